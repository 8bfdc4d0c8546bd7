namespace MeshStack.Definition.Intents;

/// <summary>What one cluster serves of a service, and what its objects are called.</summary>
/// <param name="Scope">The component in that cluster.</param>
/// <param name="Service">The service as that cluster's.</param>
/// <param name="IsConfigured">Whether its Istio configuration stands there: of clusters that are configured in one place, the first has
/// it.</param>
internal sealed record PlannedPlace(PlannedScope Scope, InboundServiceIntent Service, bool IsConfigured)
{
    /// <summary>The clusters of a service.</summary>
    /// <param name="scope">The component that has objects in each of them.</param>
    /// <param name="service">The service.</param>
    public static IEnumerable<PlannedPlace> Of(PlannedScope scope, InboundServiceIntent service)
    {
        if (!service.IsMulticluster)
        {
            return [new(scope, service, IsConfigured: true)];
        }

        var configured = new HashSet<string>(StringComparer.Ordinal);
        return service
            .Places.Select(
                (place, i) =>
                    new PlannedPlace(
                        scope.At(place.ControlPlane.Cluster, isFirst: i == 0),
                        place.Route is { } route ? place with { Route = route with { Service = place } } : place,
                        configured.Add(place.ControlPlane.ConfigCluster)
                    )
            )
            .ToList();
    }
}
