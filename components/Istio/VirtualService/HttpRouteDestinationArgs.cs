using Pulumi;

namespace MeshStack.Istio;

/// <summary>Destination of HTTP requests and its weight.</summary>
public sealed class HttpRouteDestinationArgs : ResourceArgs
{
    /// <summary>Service that is called.</summary>
    [Input("destination", required: true)]
    public Input<DestinationArgs> Destination { get; set; } = null!;

    /// <summary>Share of the requests relative to the other destinations; a single one gets all.</summary>
    [Input("weight")]
    public Input<int>? Weight { get; set; }

    /// <summary>Changes to headers for this destination.</summary>
    [Input("headers")]
    public Input<HeadersArgs>? Headers { get; set; }
}
