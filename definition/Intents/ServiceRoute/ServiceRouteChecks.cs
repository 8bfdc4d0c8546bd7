namespace MeshStack.Definition.Intents;

/// <summary>What only the whole definition shows of routes: names that nothing has, two for one service, and callers that are not let in
/// where they are led to.</summary>
internal sealed class ServiceRouteChecks(IntentChecks checks)
{
    private const int MostNamed = 3;

    private readonly ServiceRoutes _routes = new(checks);
    private readonly ILookup<string, (IntentDocument Document, NamedCaller Caller)> _callers = checks
        .Documents.SelectMany(document => document.Callers(checks).Select(caller => (Document: document, Caller: caller)))
        .ToLookup(one => one.Caller.Service, StringComparer.Ordinal);

    // By service, because every route asks which versions of its own all routes lead to.
    private readonly ILookup<string, string> _used = checks
        .Of<ServiceRouteDocument>()
        .SelectMany(Subsets)
        .ToLookup(used => used.Service, used => used.Subset, StringComparer.Ordinal);

    /// <summary>Reports what is wrong; returns the routes whose service is there.</summary>
    public IEnumerable<Intent> Check() => [.. checks.Of<ServiceRouteDocument>().Select(Check).OfType<Intent>()];

    private Intent<ServiceRouteIntent>? Check(ServiceRouteDocument document)
    {
        var service = checks.Find<InboundServiceDocument>(document.Service);
        if (service is null && document.Service.Length > 0)
        {
            Unknown(document, "service", "InboundService", document.Service);
        }

        Names(document);
        var route = _routes.Resolved(document);
        var whole =
            document.Asked.PartOf is { } name && checks.Find<ServiceRouteDocument>(name) is { } found ? _routes.Resolved(found) : null;
        if (document.Asked.PartOf is null)
        {
            OnlyOne(document);
        }
        else
        {
            Whole(document, document.Asked.PartOf);
        }

        checks.Report(document, ServiceRouteRules.Check(route, document.Asked.PartOf is null ? null : whole ?? route));
        if (service is not { IsPlaced: true })
        {
            return null;
        }

        Unused(document);
        Callers(document, route, service);
        return new(document.Name, document.Location, route) { Service = document.Service };
    }

    /// <summary>A host has one VirtualService: what two say of it would be put together in no order that either gives.</summary>
    private void OnlyOne(ServiceRouteDocument document)
    {
        if (_routes.RootOf(document.Service) is { } first && first != document && document.Service.Length > 0)
        {
            checks.Error(
                document,
                "service",
                $"the calls to {document.Service} are routed by {first.Name} at {IntentChecks.At(first)} already: say it there, or have a "
                    + "route there leave a part to this one (delegate, and partOf here)"
            );
        }
    }

    private void Whole(ServiceRouteDocument document, string name)
    {
        if (checks.Find<ServiceRouteDocument>(name) is not { } whole)
        {
            Unknown(document, "partOf", "ServiceRoute", name);
            return;
        }

        if (whole.Asked.PartOf is not null)
        {
            checks.Error(
                document,
                "partOf",
                $"{whole.Name} at {IntentChecks.At(whole)} is a part itself, and Istio follows one delegate only"
            );
        }
        else if (!whole.Asked.Routes.Any(route => route.Delegate == document.Name))
        {
            checks.Error(
                document,
                "partOf",
                $"no route of {whole.Name} at {IntentChecks.At(whole)} leaves anything to it: give one delegate: {document.Name}"
            );
        }
        else if (
            checks.Find<InboundServiceDocument>(whole.Service) is { } its
            && checks.Find<InboundServiceDocument>(document.Service) is { } own
            && !its.Clusters.All(own.Clusters.Contains)
        )
        {
            checks.Error(document, "service", $"{own.Name} is in {own.Place}, and the whole is for a service of {its.Place}");
        }
    }

    private void Names(ServiceRouteDocument document)
    {
        for (var i = 0; i < document.Asked.Routes.Count; i++)
        {
            var route = document.Asked.Routes[i];
            var path = FormattableString.Invariant($"routes[{i}]");
            for (var j = 0; j < route.To.Count; j++)
            {
                Service(document, FormattableString.Invariant($"{path}.to[{j}].service"), route.To[j].ServiceName);
            }

            Service(document, $"{path}.mirror.service", route.Mirror?.ServiceName);
            Delegate(document, $"{path}.delegate", route.Delegate);
        }
    }

    private void Service(ServiceRouteDocument document, string path, string? name)
    {
        if (name is { Length: > 0 } && checks.Find<InboundServiceDocument>(name) is null)
        {
            Unknown(document, path, "InboundService", name);
        }
    }

    private void Delegate(ServiceRouteDocument document, string path, string? name)
    {
        if (name is not { Length: > 0 })
        {
            return;
        }

        if (checks.Find<ServiceRouteDocument>(name) is not { } part)
        {
            Unknown(document, path, "ServiceRoute", name);
        }
        else if (part.Asked.PartOf != document.Name)
        {
            checks.Error(
                document,
                path,
                $"{name} at {IntentChecks.At(part)} is not a part of this one: it has to say partOf: {document.Name}"
            );
        }
    }

    private void Unknown(ServiceRouteDocument document, string path, string kind, string name) =>
        checks.Unknown(document, path, kind, name, checks.Documents.Where(d => d.Kind.Name == kind).Select(d => d.Name));

    /// <summary>Versions that no route leads to.</summary>
    private void Unused(ServiceRouteDocument document)
    {
        var used = _used[document.Service];
        for (var i = 0; i < document.Asked.Subsets.Count; i++)
        {
            if (document.Asked.Subsets[i].Name is { Length: > 0 } name && !used.Contains(name))
            {
                checks.Warning(document, FormattableString.Invariant($"subsets[{i}]"), $"no route leads to {name}: add one, or remove it");
            }
        }
    }

    private static IEnumerable<(string Service, string Subset)> Subsets(ServiceRouteDocument document)
    {
        foreach (var route in document.Asked.Routes)
        {
            if (route.Canary is { } canary)
            {
                yield return (document.Service, canary.From);
                yield return (document.Service, canary.To);
            }

            foreach (var target in route.To)
            {
                if (target.Subset is { } subset)
                {
                    yield return (target.ServiceName ?? document.Service, subset);
                }
            }

            if (route.Mirror is { Subset: { } copied } mirror)
            {
                yield return (mirror.ServiceName ?? document.Service, copied);
            }
        }
    }

    /// <summary>Callers of the service that another one, to which they are led, does not let in.</summary>
    private void Callers(ServiceRouteDocument document, ServiceRouteIntent route, InboundServiceDocument service)
    {
        var whole = document.Asked.PartOf is { } name ? checks.Find<ServiceRouteDocument>(name)?.Service : null;
        var asked = checks.Find<InboundServiceDocument>(whole ?? service.Name) ?? service;
        if (asked != service)
        {
            Callers(document, route, asked, service.Name, "service");
        }

        for (var i = 0; i < route.Routes.Count; i++)
        {
            var path = FormattableString.Invariant($"routes[{i}]");
            for (var j = 0; j < route.Routes[i].To.Count; j++)
            {
                Callers(document, route, asked, route.Routes[i].To[j].ServiceName, FormattableString.Invariant($"{path}.to[{j}].service"));
            }

            Callers(document, route, asked, route.Routes[i].Mirror?.ServiceName, $"{path}.mirror.service");
        }
    }

    private void Callers(ServiceRouteDocument document, ServiceRouteIntent route, InboundServiceDocument asked, string? target, string path)
    {
        if (target is null || target == asked.Name || checks.Find<InboundServiceDocument>(target) is null)
        {
            return;
        }

        var led = _callers[asked.Name].Where(one => one.Caller.Cluster is null ? route.IsForIngress : route.IsForMesh).ToList();
        var refused = led.Where(one => !_callers[target].Any(other => Includes(other.Caller, one.Caller))).ToList();
        if (refused.Count == 0)
        {
            return;
        }

        var documents = refused.Select(one => one.Document).Distinct().ToList();
        var named = documents.Take(MostNamed).Select(d => $"{d.Name} at {IntentChecks.At(d)}").ToList();
        var more = documents.Count > named.Count ? FormattableString.Invariant($" and {documents.Count - named.Count} more") : "";
        checks.Warning(
            document,
            path,
            refused.Count == led.Count
                ? $"{target} lets in nobody who is led to it: add a ClientAccess of {target} for the callers of "
                    + $"{string.Join(", ", named)}{more}"
                : $"{target} does not let in all who are led to it: add a ClientAccess of {target} for the callers of "
                    + $"{string.Join(", ", named)}{more}"
        );
    }

    private static bool Includes(NamedCaller other, NamedCaller one) =>
        other.Cluster == one.Cluster
        && other.Namespace == one.Namespace
        && (other.ServiceAccount is null || other.ServiceAccount == one.ServiceAccount);
}
