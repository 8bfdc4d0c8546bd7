using Pulumi;

namespace MeshStack.Istio;

public sealed partial class PeerAuthenticationSpecArgs
{
    /// <summary>One mode at all ports.</summary>
    public static PeerAuthenticationSpecArgs From(Input<MutualTlsMode> mode) => new() { Mtls = new MutualTlsArgs { Mode = mode } };
}
