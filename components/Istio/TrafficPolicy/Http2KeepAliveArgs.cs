using Pulumi;

namespace MeshStack.Istio;

/// <summary>HTTP/2 pings on upstream connections.</summary>
/// <remarks>Since Istio 1.31.</remarks>
public sealed class Http2KeepAliveArgs : ResourceArgs
{
    /// <summary>Time between pings, at least "1ms", e.g. "30s".</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("interval")]
    public Input<string>? Interval { get; set; }

    /// <summary>Time without an answer to a ping until the connection is closed, at least "1ms".</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("timeout")]
    public Input<string>? Timeout { get; set; }
}
