using Pulumi;

namespace MeshStack;

/// <summary>A waypoint: the proxy through which ambient workloads of a namespace are reached on layer 7.</summary>
/// <remarks>Namespaces use it by the label <c>istio.io/use-waypoint</c>: https://istio.io/latest/docs/ambient/usage/waypoint/.</remarks>
public sealed class WaypointArgs : ResourceArgs
{
    /// <summary>Namespace of the waypoint, which must be there.</summary>
    [Input("namespace", required: true)]
    public string Namespace { get; set; } = null!;

    /// <summary>Name of the waypoint.</summary>
    /// <value>Defaults to waypoint.</value>
    [Input("name")]
    public string Name { get; set; } = "waypoint";

    /// <summary>What is reached through it.</summary>
    /// <value>Defaults to service.</value>
    [Input("for")]
    public WaypointTraffic For { get; set; } = WaypointTraffic.Service;

    /// <summary>Revision or tag of the control plane that runs it.</summary>
    /// <value>Defaults to the one that the gateways use.</value>
    [Input("revision")]
    public string? Revision { get; set; }
}
