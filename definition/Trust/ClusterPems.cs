namespace MeshStack.Definition;

/// <summary>The PEM texts of one cluster's intermediate CA.</summary>
/// <param name="Name">Name of the cluster.</param>
/// <param name="Certificate">Certificate of the intermediate CA.</param>
/// <param name="PrivateKey">Its private key.</param>
/// <param name="CertificateChain">Its chain to the root; null where the root itself issued it.</param>
internal sealed record ClusterPems(string Name, string Certificate, string PrivateKey, string? CertificateChain)
{
    /// <summary>The name alone: a record would print the key.</summary>
    public override string ToString() => Name;
}
