using Pulumi;

namespace MeshStack;

/// <summary>What the ingress gateway shows to clients outside the mesh.</summary>
public sealed class ServiceCertificatesArgs : ResourceArgs
{
    /// <summary>Certificate with its chain, PEM.</summary>
    [Input("certificate", required: true)]
    public Input<string> Certificate { get; set; } = null!;

    /// <summary>Private key of the certificate, PEM; give it as a secret.</summary>
    [Input("privateKey", required: true)]
    public Input<string> PrivateKey { get; set; } = null!;

    /// <summary>CA that clients' certificates must chain to, PEM; for MUTUAL.</summary>
    [Input("caCertificate")]
    public Input<string>? CaCertificate { get; set; }
}
