using Pulumi;

namespace MeshStack.Istio;

/// <summary>PROXY protocol header on upstream connections.</summary>
public sealed class ProxyProtocolArgs : ResourceArgs
{
    /// <summary>Version of the header; default V1.</summary>
    [Input("version")]
    public Input<ProxyProtocolVersion>? Version { get; set; }
}
