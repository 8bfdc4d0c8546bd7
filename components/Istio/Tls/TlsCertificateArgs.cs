using Pulumi;

namespace MeshStack.Istio;

/// <summary>Server certificate by file.</summary>
public sealed class TlsCertificateArgs : ResourceArgs
{
    /// <summary>File with the certificate in PEM.</summary>
    [Input("serverCertificate")]
    public Input<string>? ServerCertificate { get; set; }

    /// <summary>File with the private key.</summary>
    [Input("privateKey")]
    public Input<string>? PrivateKey { get; set; }

    /// <summary>File with the roots that verify clients.</summary>
    [Input("caCertificates")]
    public Input<string>? CaCertificates { get; set; }
}
