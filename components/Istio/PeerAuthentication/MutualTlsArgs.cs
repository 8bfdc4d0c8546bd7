using Pulumi;

namespace MeshStack.Istio;

/// <summary>Mutual TLS that callers must or may speak.</summary>
public sealed class MutualTlsArgs : ResourceArgs
{
    /// <summary>What is expected; default inherited.</summary>
    [Input("mode")]
    public Input<MutualTlsMode>? Mode { get; set; }
}
