namespace MeshStack.Definition.Intents;

/// <summary>The routes of a definition with the services and parts that they name.</summary>
/// <param name="checks">The definition.</param>
internal sealed class ServiceRoutes(IntentChecks checks)
{
    private readonly Dictionary<string, ServiceRouteDocument> _roots = checks
        .Of<ServiceRouteDocument>()
        .Where(d => d.Asked.PartOf is null)
        .GroupBy(d => d.Service, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The document that routes the calls to a service; null for none.</summary>
    public ServiceRouteDocument? RootOf(string service) => _roots.GetValueOrDefault(service);

    /// <summary>A service with its route.</summary>
    public InboundServiceIntent Routed(InboundServiceDocument service) =>
        service.Intent with
        {
            Route = RootOf(service.Name) is { } document ? Resolved(document) : null,
        };

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
