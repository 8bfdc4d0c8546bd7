using MeshStack.Definition.Istio;

namespace MeshStack.Definition.Intents;

/// <summary>The VirtualServices of a route: one for the callers of the service's own cluster, and one for each part of it.</summary>
/// <remarks>Callers in other clusters get theirs with the import of the service; at the ingress gateway, the service's own has the
/// routes.</remarks>
internal static class ServiceRoutePlanner
{
    /// <summary>Routes the calls of those who find the service by itself.</summary>
    public static void Plan(PlannedScope scope, ServiceRouteIntent route)
    {
        if (route.IsForMesh && route.Routes.Count > 0)
        {
            foreach (var place in Places(scope, route))
            {
                var service = place.Service;
                var routes = HttpRoutes.Of(route with { Service = service }, RoutePlace.Home(service));

                // Where clusters cannot be told apart, a route from one to the other is none.
                if (!HttpRoutes.AreNone(routes))
                {
                    Object(place.Scope, service, new() { Hosts = [service.Host], Http = routes });
                }
            }
        }

        scope.Outputs(("host", route.Service!.Host));
    }

    /// <summary>A part of another route, without hosts of its own.</summary>
    public static void PlanPart(PlannedScope scope, ServiceRouteIntent part)
    {
        foreach (var place in Places(scope, part))
        {
            Object(place.Scope, place.Service, new() { Http = HttpRoutes.OfPart(part with { Service = place.Service }) });
        }

        scope.Outputs(("host", part.Service!.Host));
    }

    private static IEnumerable<PlannedPlace> Places(PlannedScope scope, ServiceRouteIntent route) =>
        PlannedPlace.Of(scope, route.Service!).Where(place => place.IsConfigured);

    private static void Object(PlannedScope scope, InboundServiceIntent service, VirtualServiceSpec spec)
    {
        var name = scope.Child("routes");
        scope.Configured(
            service.ControlPlane,
            service.Namespace,
            name,
            "VirtualService",
            Metadata.Of(name.Text, service.Namespace),
            spec.ToTree()
        );
    }
}
