namespace MeshStack.Definition.Intents;

/// <summary>The routes of a definition with the services and parts that they name.</summary>
/// <param name="checks">The definition.</param>
internal sealed class ServiceRoutes(IntentChecks checks)
{
    private readonly Dictionary<InboundServiceDocument, InboundServiceIntent> _routed = [];
    private Dictionary<string, string>? _ledTo;

    private readonly Dictionary<string, ServiceRouteDocument> _roots = checks
        .Of<ServiceRouteDocument>()
        .Where(d => d.Asked.PartOf is null)
        .GroupBy(d => d.Service, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The document that routes the calls to a service; null for none.</summary>
    public ServiceRouteDocument? RootOf(string service) => _roots.GetValueOrDefault(service);

    /// <summary>A service with its route, and with the host from which another one's leads to it.</summary>
    public InboundServiceIntent Routed(InboundServiceDocument service)
    {
        if (!_routed.TryGetValue(service, out var routed))
        {
            _routed[service] = routed = service.Intent with
            {
                Route = RootOf(service.Name) is { } document ? Resolved(document) : null,
                LedToAs = LedTo.GetValueOrDefault(service.Name),
            };
        }

        return routed;
    }

    private Dictionary<string, string> LedTo => _ledTo ??= FindLedTo();

    private Dictionary<string, string> FindLedTo()
    {
        var led = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in _roots.Values.Where(d => d.Asked.For != "mesh"))
        {
            if (checks.Find<InboundServiceDocument>(document.Service) is { Intent.ExternalName: { } host } service)
            {
                foreach (var name in document.Asked.Routes.SelectMany(route => Named(document, route)).Where(name => name != service.Name))
                {
                    led.TryAdd(name, host);
                }
            }
        }

        return led;
    }

    private IEnumerable<string> Named(ServiceRouteDocument document, RouteSettings route) =>
        route
            .To.Select(target => target.ServiceName)
            .Append(route.Mirror?.ServiceName)
            .Concat(PartOf(document, route) is { } part ? part.Asked.Routes.SelectMany(one => Named(part, one)).Append(part.Service) : [])
            .OfType<string>();

    /// <summary>What a document asks for, with the services and parts that it names; what is not there is left out.</summary>
    public ServiceRouteIntent Resolved(ServiceRouteDocument document)
    {
        var route = document.Asked;
        return route with
        {
            Service = route.PartOf is null ? ServiceOf(document.Service) : NamedBy(document.Service),
            Routes = [.. route.Routes.Select(one => Resolved(document, one))],
        };
    }

    /// <summary>The service of a name; null where there is none.</summary>
    public InboundServiceIntent? ServiceOf(string name) => checks.Find<InboundServiceDocument>(name)?.Intent;

    /// <summary>The part that a route is left to; null where it is none of the document's.</summary>
    public ServiceRouteDocument? PartOf(ServiceRouteDocument document, RouteSettings route) =>
        route.Delegate is { } name && checks.Find<ServiceRouteDocument>(name) is { } part && part.Asked.PartOf == document.Name
            ? part
            : null;

    private RouteSettings Resolved(ServiceRouteDocument document, RouteSettings route) =>
        route with
        {
            To = [.. route.To.Select(target => target with { Service = NamedBy(target.ServiceName) })],
            Mirror = route.Mirror is { } mirror ? mirror with { Service = NamedBy(mirror.ServiceName) } : null,
            Part = PartOf(document, route) is { } part && document.Asked.PartOf is null ? Resolved(part) : null,
        };

    // A service that is routed itself brings its versions along.
    private InboundServiceIntent? NamedBy(string? name) =>
        name is { Length: > 0 } && ServiceOf(name) is { } service ? service with { Route = RootOf(name)?.Asked } : null;
}
