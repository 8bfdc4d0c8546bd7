namespace MeshStack.Definition;

/// <summary>What the ingress gateway shows to clients outside the mesh.</summary>
public sealed record ServiceCertificatesSettings
{
    /// <summary>Certificate with its chain, PEM.</summary>
    public required TextValue Certificate { get; init; }

    /// <summary>Private key of the certificate, PEM; give it as a secret.</summary>
    public required TextValue PrivateKey { get; init; }

    /// <summary>CA that clients' certificates must chain to, PEM; for MUTUAL.</summary>
    public TextValue? CaCertificate { get; init; }
}
