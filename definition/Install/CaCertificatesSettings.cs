namespace MeshStack.Definition;

/// <summary>The cluster's own intermediate CA below the mesh's root, written as the <c>cacerts</c> secret before istiod starts.</summary>
/// <remarks>istiod fails on a partial set, so all four are required:
/// https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/.</remarks>
public sealed record CaCertificatesSettings
{
    /// <summary>Certificate of the intermediate CA, PEM.</summary>
    public required TextValue Certificate { get; init; }

    /// <summary>Private key of the intermediate CA, PEM; give it as a secret.</summary>
    public required TextValue PrivateKey { get; init; }

    /// <summary>Certificate of the root that all clusters share, PEM.</summary>
    public required TextValue RootCertificate { get; init; }

    /// <summary>Chain from the intermediate CA to the root, PEM.</summary>
    public required TextValue CertificateChain { get; init; }
}
