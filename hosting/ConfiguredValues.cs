using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MeshStack.Definition;
using Pulumi;

namespace MeshStack.Hosting;

/// <summary>Values that stand under configuration keys of their own.</summary>
internal sealed class ConfiguredValues
{
    private readonly Config _config = new(StackConfiguration.Namespace);

    /// <summary>The value, secret where it has to be or is kept so: a certificate that nobody hides is to be seen in previews.</summary>
    public Output<string> Of(ConfigurationValue value) =>
        value.IsSecret ? _config.RequireSecret(value.Key) : Output.Create(_config.Require(value.Key));

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
