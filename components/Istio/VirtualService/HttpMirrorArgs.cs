using Pulumi;

namespace MeshStack.Istio;

/// <summary>Destination that gets a copy of requests.</summary>
public sealed class HttpMirrorArgs : ResourceArgs
{
    /// <summary>Service that gets the copy.</summary>
    [Input("destination", required: true)]
    public Input<DestinationArgs> Destination { get; set; } = null!;

    /// <summary>Share of the requests; default all.</summary>
    [Input("percentage")]
    public Input<PercentArgs>? Percentage { get; set; }
}
