using Pulumi;

namespace MeshStack;

/// <summary>One cluster with its intermediate CA.</summary>
public sealed class TrustClusterArgs : ResourceArgs
{
    private Input<string>? _privateKey;

    /// <summary>Name of the cluster.</summary>
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    /// <summary>Revisions of istiod: each adds the DNS name <c>istiod-REVISION.istio-system.svc</c> to a generated intermediate.</summary>
    [Input("revisions")]
    public List<string> Revisions { get; set; } = [];

    /// <summary>Further DNS names of a generated intermediate.</summary>
    [Input("dnsNames")]
    public List<string> DnsNames { get; set; } = [];

    /// <summary>Certificate of a provided intermediate CA, PEM.</summary>
    [Input("certificate")]
    public Input<string>? Certificate { get; set; }

    /// <summary>Private key of a provided intermediate CA, unencrypted PEM; a secret whatever it is set to.</summary>
    [Input("privateKey")]
    public Input<string>? PrivateKey
    {
        get => _privateKey;
        set => _privateKey = value is null ? null : (Input<string>)Output.CreateSecret(value.ToOutput());
    }

    /// <summary>Chain from a provided intermediate CA to the root, PEM: its certificate first, the root last or left out.</summary>
    /// <value>Defaults to the certificate and the root, which fits an intermediate that the root itself issued.</value>
    [Input("certificateChain")]
    public Input<string>? CertificateChain { get; set; }
}
