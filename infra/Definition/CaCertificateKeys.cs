namespace MeshStack.Infra.Definition;

/// <summary>Where a cluster's intermediate CA comes from.</summary>
/// <param name="Certificate">Its certificate.</param>
/// <param name="PrivateKey">Its private key.</param>
/// <param name="Chain">The chain to the root.</param>
public sealed record CaCertificateKeys(ConfigurationValue Certificate, ConfigurationValue PrivateKey, ConfigurationValue Chain);
