using Pulumi;

namespace MeshStack;

/// <summary>The cluster's own intermediate CA below the mesh's root, written as the <c>cacerts</c> secret before istiod starts.</summary>
/// <remarks>istiod fails on a partial set, so all four are required:
/// https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/.</remarks>
public sealed class CaCertificatesArgs : ResourceArgs
{
    /// <summary>Certificate of the intermediate CA, PEM.</summary>
    [Input("certificate", required: true)]
    public Input<string> Certificate { get; set; } = null!;

    /// <summary>Private key of the intermediate CA, PEM; give it as a secret.</summary>
    [Input("privateKey", required: true)]
    public Input<string> PrivateKey { get; set; } = null!;

    /// <summary>Certificate of the root that all clusters share, PEM.</summary>
    [Input("rootCertificate", required: true)]
    public Input<string> RootCertificate { get; set; } = null!;

    /// <summary>Chain from the intermediate CA to the root, PEM.</summary>
    [Input("certificateChain", required: true)]
    public Input<string> CertificateChain { get; set; } = null!;
}
