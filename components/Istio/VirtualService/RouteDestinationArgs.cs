using Pulumi;

namespace MeshStack.Istio;

/// <summary>Destination of connections and its weight.</summary>
public sealed class RouteDestinationArgs : ResourceArgs
{
    /// <summary>Service that is called.</summary>
    [Input("destination", required: true)]
    public Input<DestinationArgs> Destination { get; set; } = null!;

    /// <summary>Share of the connections relative to the other destinations; a single one gets all.</summary>
    [Input("weight")]
    public Input<int>? Weight { get; set; }
}
