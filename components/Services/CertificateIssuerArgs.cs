using Pulumi;

namespace MeshStack;

/// <summary>An issuer of cert-manager, which makes the certificate of a host.</summary>
public sealed class CertificateIssuerArgs : ResourceArgs
{
    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    /// <summary>Its kind: ClusterIssuer, or Issuer for one in the gateway's namespace.</summary>
    /// <value>Defaults to ClusterIssuer.</value>
    [Input("kind")]
    public string Kind { get; set; } = "ClusterIssuer";
}
