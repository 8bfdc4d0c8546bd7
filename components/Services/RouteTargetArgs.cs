using Pulumi;

namespace MeshStack;

/// <summary>Where requests go.</summary>
public sealed class RouteTargetArgs : ResourceArgs
{
    /// <summary>The service that they go to, in the same cluster.</summary>
    /// <value>Defaults to the one of the route.</value>
    public InboundService? Service { get; set; }

    /// <summary>Version of that service.</summary>
    /// <value>Defaults to any.</value>
    [Input("subset")]
    public string? Subset { get; set; }

    /// <summary>Name of its port, where it has several.</summary>
    /// <value>Defaults to the one that was asked for; of another service, to its first of HTTP.</value>
    [Input("port")]
    public string? Port { get; set; }

    /// <summary>Share in percent; those of a route are 100 together.</summary>
    [Input("weight")]
    public int? Weight { get; set; }
}
