using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MeshStack.Infra.Definition;
using Pulumi;

namespace MeshStack.Infra;

/// <summary>Values that stand under configuration keys of their own.</summary>
internal sealed class ConfiguredValues
{
    private readonly Config _config = new(StackConfiguration.Namespace);

    /// <summary>The value as a secret: what is public loses nothing by it, and what is not stays hidden.</summary>
    public Output<string> Of(ConfigurationValue value) => _config.RequireSecret(value.Key);

    /// <summary>What tells a root from another: its SHA-256 fingerprint, or its key while its value is not known.</summary>
    public string RootName(ConfigurationValue value)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(_config.Require(value.Key));
            return certificate.GetCertHashString(HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return value.Key;
        }
    }
}
