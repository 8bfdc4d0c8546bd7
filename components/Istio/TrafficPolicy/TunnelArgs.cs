using Pulumi;

namespace MeshStack.Istio;

/// <summary>HTTP tunnel that TCP connections go through.</summary>
public sealed class TunnelArgs : ResourceArgs
{
    /// <summary>Method that opens the tunnel, CONNECT or POST; default CONNECT.</summary>
    [Input("protocol")]
    public Input<string>? Protocol { get; set; }

    /// <summary>Host at the far end of the tunnel.</summary>
    [Input("targetHost", required: true)]
    public Input<string> TargetHost { get; set; } = null!;

    /// <summary>Port at the far end of the tunnel, 1-65535.</summary>
    [Input("targetPort", required: true)]
    public Input<int> TargetPort { get; set; } = null!;
}
