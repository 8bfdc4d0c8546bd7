using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MeshStack.Components.Tests.Trust;

/// <summary>sha1WithRSAEncryption, which .NET makes no certificates with any more.</summary>
internal sealed class Sha1Signature(RSA key) : X509SignatureGenerator
{
    // SEQUENCE { 1.2.840.113549.1.1.5, NULL }
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
        Convert.FromHexString("300D06092A864886F70D0101050500");

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm)
#pragma warning disable CA5350 // What the checks have to refuse.
        =>
        key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
#pragma warning restore CA5350

    protected override PublicKey BuildPublicKey() => new(key);
}
