namespace MeshStack.Definition;

/// <summary>What the ingress gateway shows to clients outside the mesh.</summary>
public sealed record ServiceCertificatesSettings
{
    /// <summary>Certificate with its chain, PEM.</summary>
    [Key("certificate with its chain, PEM", Required = true, IsConfigured = true, Pem = PemContent.Chain)]
    public required TextValue Certificate { get; init; }

    /// <summary>Private key of the certificate, PEM; give it as a secret.</summary>
    [Key("its private key, PEM", Required = true, IsConfigured = true, IsSecret = true, Pem = PemContent.PrivateKey)]
    public required TextValue PrivateKey { get; init; }

    /// <summary>CA that clients' certificates must chain to, PEM; for MUTUAL.</summary>
    [Key(
        "CA that clients' certificates must chain to, PEM; for `externalTls: MUTUAL`, which requires it",
        Default = "none",
        IsConfigured = true,
        Pem = PemContent.Chain
    )]
    public TextValue? CaCertificate { get; init; }
}
