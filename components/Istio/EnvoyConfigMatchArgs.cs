using Pulumi;

namespace MeshStack.Istio;

public sealed partial class EnvoyConfigMatchArgs
{
    /// <summary>Listeners and what is in them, of any proxy but waypoints unless a context is given.</summary>
    public static EnvoyConfigMatchArgs ForListener(Input<EnvoyListenerMatchArgs> listener, Input<EnvoyPatchContext>? context = null) =>
        new() { Listener = listener, Context = context };

    /// <summary>Routes, of any proxy but waypoints unless a context is given.</summary>
    public static EnvoyConfigMatchArgs ForRoutes(
        Input<EnvoyRouteConfigurationMatchArgs> routes,
        Input<EnvoyPatchContext>? context = null
    ) => new() { RouteConfiguration = routes, Context = context };

    /// <summary>Clusters, of any proxy but waypoints unless a context is given.</summary>
    public static EnvoyConfigMatchArgs ForCluster(Input<EnvoyClusterMatchArgs> cluster, Input<EnvoyPatchContext>? context = null) =>
        new() { Cluster = cluster, Context = context };

    /// <summary>Parts of waypoints.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    public static EnvoyConfigMatchArgs ForWaypoint(Input<EnvoyWaypointMatchArgs> waypoint) =>
        new() { Waypoint = waypoint, Context = EnvoyPatchContext.Waypoint };
}
