using Pulumi;

namespace MeshStack;

/// <summary>Where copies of requests go.</summary>
public sealed class RouteMirrorArgs : ResourceArgs
{
    /// <summary>The service that gets them, in the same cluster.</summary>
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

    /// <summary>Share of the requests that are copied, in percent.</summary>
    /// <value>Defaults to 100.</value>
    [Input("percentage")]
    public double? Percentage { get; set; }
}
