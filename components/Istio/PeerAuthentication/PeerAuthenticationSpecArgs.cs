using Pulumi;

namespace MeshStack.Istio;

/// <summary>Workloads and the mutual TLS they expect.</summary>
public sealed class PeerAuthenticationSpecArgs : ResourceArgs
{
    /// <summary>Workloads that it is for; default all of the namespace.</summary>
    [Input("selector")]
    public Input<MatchLabelsSelectorArgs>? Selector { get; set; }

    /// <summary>Mutual TLS at all ports; default inherited.</summary>
    [Input("mtls")]
    public Input<MutualTlsArgs>? Mtls { get; set; }

    [Input("portLevelMtls")]
    private InputMap<MutualTlsArgs>? _portLevelMtls;

    /// <summary>Mutual TLS at single ports of the workload, by number; needs a selector.</summary>
    public InputMap<MutualTlsArgs> PortLevelMtls
    {
        get => _portLevelMtls ??= new();
        set => _portLevelMtls = value;
    }

    /// <summary>One mode at all ports.</summary>
    public static PeerAuthenticationSpecArgs Of(Input<MutualTlsMode> mode) => new() { Mtls = new MutualTlsArgs { Mode = mode } };
}
