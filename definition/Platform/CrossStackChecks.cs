using MeshStack.Definition.Intents;

namespace MeshStack.Definition;

/// <summary>What stacks of one platform may ask of each other: a caller's team asks, and the owner of a service grants.</summary>
/// <param name="checks">The definitions of all of them.</param>
internal sealed class CrossStackChecks(IntentChecks checks)
{
    /// <summary>Reports what is wrong with what services accept.</summary>
    public void Accepted()
    {
        foreach (var service in checks.Of<InboundServiceDocument>())
        {
            foreach (var (accepted, i) in service.Intent.Accepts.Select((a, i) => (a, i)))
            {
                Accepted(service, accepted, FormattableString.Invariant($"accepts[{i}]"));
            }
        }
    }

    /// <summary>Reports hosts for clients outside that services of several stacks would share, whose routes are one object.</summary>
    public void Hosts()
    {
        foreach (
            var shared in checks
                .Of<InboundServiceDocument>()
                .Where(s => s.Intent.ExternalName is not null)
                .SelectMany(s => s.Clusters.Select(cluster => (Cluster: cluster, Service: s)))
                .GroupBy(s => (s.Cluster, s.Service.Intent.ExternalName), s => s.Service)
        )
        {
            foreach (var other in shared.Skip(1).Where(s => s.Stack != shared.First().Stack))
            {
                checks.Error(
                    other,
                    "externalName",
                    $"'{other.Intent.ExternalName}' is the host of {Named(shared.First())} too: services of several stacks share none, "
                        + "because its routes are one object; give this one a host of its own"
                );
            }
        }
    }

    /// <summary>Reports routes that lead to services of other stacks, or are for these.</summary>
    public void Routes()
    {
        foreach (var route in checks.Of<ServiceRouteDocument>())
        {
            foreach (var (path, name) in NamedBy(route))
            {
                if (checks.Find<InboundServiceDocument>(name) is { } service && service.Stack != route.Stack)
                {
                    checks.Error(route, path, $"'{name}' is {Named(service)}: routes are in the stack of the services that they name");
                }
            }
        }
    }

    /// <summary>Whether the owner of a service grants an access; what it does not is reported.</summary>
    /// <param name="document">The document that asks.</param>
    /// <param name="service">The service's.</param>
    /// <param name="access">What is asked for.</param>
    public bool Grants(ClientAccessDocument document, InboundServiceDocument service, ClientAccessIntent access)
    {
        if (document.Stack == service.Stack)
        {
            return true;
        }

        if (access.Type != ClientTypes.Istio)
        {
            checks.Error(
                document,
                "type",
                $"'{access.Type}', for {Named(service)}: only callers with an identity can be let in from another stack; the "
                    + $"access belongs into {service.Stack}"
            );
            return false;
        }

        var refused = access.ToEach.FirstOrDefault(one => !service.Intent.Accepts.Any(accepted => accepted.Covers(one, document.Stack)));
        if (refused is null)
        {
            return true;
        }

        checks.Error(
            document,
            "service",
            $"'{service.Name}' is {Named(service)}, which accepts no such calls of {Caller(refused)}: its owner grants them there by "
                + $"accepts: [{Wanted(document, refused)}]"
        );
        return false;
    }

    private static string Named(InboundServiceDocument service) => $"a service of the stack {service.Stack} ({IntentChecks.At(service)})";

    private static string Caller(ClientAccessIntent one) => $"{one.ControlPlane?.Cluster.Name} {one.Namespace}/{one.ServiceAccount ?? "*"}";

    private static string Wanted(ClientAccessDocument document, ClientAccessIntent one) =>
        $"{{stack: {document.Stack}, namespaces: [{one.Namespace}]"
        + (one.ServiceAccount is { } account ? $", serviceAccounts: [{account}]" : "")
        + (one.Access.Count == 0 ? "" : $", access: [{string.Join(", ", one.Access.Select(Rule))}]")
        + "}";

    private static string Rule(AccessRule rule) =>
        "{"
        + string.Join(
            ", ",
            new[]
            {
                rule.Port is { } port ? $"port: {port}" : null,
                rule.Methods.Count == 0 ? null : $"methods: [{string.Join(", ", rule.Methods)}]",
                rule.Paths.Count == 0 ? null : $"paths: [{string.Join(", ", rule.Paths)}]",
            }.OfType<string>()
        )
        + "}";

    private static IEnumerable<(string Path, string Name)> NamedBy(ServiceRouteDocument route)
    {
        yield return ("service", route.Service);
        foreach (var (one, i) in route.Asked.Routes.Select((r, i) => (r, i)))
        {
            foreach (var (target, j) in one.To.Select((t, j) => (t, j)).Where(t => t.t.ServiceName is not null))
            {
                yield return (FormattableString.Invariant($"routes[{i}].to[{j}].service"), target.ServiceName!);
            }

            if (one.Mirror?.ServiceName is { } mirror)
            {
                yield return (FormattableString.Invariant($"routes[{i}].mirror.service"), mirror);
            }
        }
    }

    private void Accepted(InboundServiceDocument service, AcceptedCallers accepted, string path)
    {
        var others = checks.Stacks.Where(stack => stack != service.Stack).ToList();
        if (others.Count == 0)
        {
            checks.Warning(service, path, "has no effect: this stack is on no platform with others; remove it");
            return;
        }

        if (accepted.Stack == service.Stack)
        {
            checks.Error(service, path + ".stack", $"'{accepted.Stack}' is the service's own stack, whose ClientAccesses need no consent");
        }
        else if (accepted.Stack.Length > 0 && !others.Contains(accepted.Stack))
        {
            checks.Report(service, [ArgsProblem.NotAllowed(path + ".stack", accepted.Stack, "a stack of this platform", others)]);
        }

        foreach (var (name, i) in accepted.Clusters.Select((n, i) => (n, i)).Where(c => checks.Cluster(c.n) is null))
        {
            checks.Unknown(
                service,
                FormattableString.Invariant($"{path}.clusters[{i}]"),
                "cluster",
                name,
                checks.Clusters.Select(cluster => cluster.Name)
            );
        }

        foreach (var (name, i) in accepted.Namespaces.Select((n, i) => (n, i)).Where(n => !KubernetesNames.IsLabel(n.n)))
        {
            checks.Error(
                service,
                FormattableString.Invariant($"{path}.namespaces[{i}]"),
                $"'{name}' is not a namespace (a-z, 0-9 and '-', at most 63 characters)"
            );
        }
    }
}
