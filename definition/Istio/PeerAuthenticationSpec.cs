namespace MeshStack.Definition.Istio;

internal sealed partial record PeerAuthenticationSpec
{
    /// <summary>One mode at all ports, one of <see cref="MutualTlsMode"/>.</summary>
    public static PeerAuthenticationSpec Of(string mode) => new() { Mtls = new() { Mode = mode } };
}
