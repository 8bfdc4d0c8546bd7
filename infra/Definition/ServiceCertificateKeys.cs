namespace MeshStack.Infra.Definition;

/// <summary>Where a service's own certificates come from.</summary>
/// <param name="Certificate">Certificate with its chain.</param>
/// <param name="PrivateKey">Private key of the certificate.</param>
/// <param name="CaCertificate">CA of the clients; null where they need no certificate.</param>
public sealed record ServiceCertificateKeys(ConfigurationValue Certificate, ConfigurationValue PrivateKey, ConfigurationValue? CaCertificate);
