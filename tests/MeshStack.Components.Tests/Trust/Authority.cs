using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MeshStack.Components.Tests.Trust;

/// <summary>A CA of a test, with its key.</summary>
internal sealed class Authority
{
    private static int _serial;

    private readonly AuthorityShape _shape;
    private readonly AsymmetricAlgorithm _key;
    private readonly X509Certificate2 _certificate;

    private Authority(AuthorityShape shape, Authority? issuer)
    {
        _shape = shape;
        _key = shape.RsaBits is { } bits ? RSA.Create(bits) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = _key is RSA rsa
            ? new CertificateRequest(shape.Subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(shape.Subject, (ECDsa)_key, HashAlgorithmName.SHA256);
        var signer = issuer ?? this;
        shape.AddExtensions(request, issuer?._certificate.PublicKey ?? request.PublicKey);
        _certificate = request.Create(
            new X500DistinguishedName(signer._shape.Subject),
            shape.Signature?.Invoke(signer._key) ?? signer.Generator(),
            shape.NotBefore,
            shape.NotAfter,
            BitConverter.GetBytes(Interlocked.Increment(ref _serial)).Prepend((byte)1).ToArray()
        );
    }

    public string Pem => _certificate.ExportCertificatePem() + "\n";

    public string KeyPem => (_key is RSA rsa ? rsa.ExportRSAPrivateKeyPem() : ((ECDsa)_key).ExportECPrivateKeyPem()) + "\n";

    public string Pkcs8Pem => _key.ExportPkcs8PrivateKeyPem() + "\n";

    public string EncryptedPem =>
        _key.ExportEncryptedPkcs8PrivateKeyPem("hush", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 10))
        + "\n";

    public static Authority Root(string name = "root", Func<AuthorityShape, AuthorityShape>? change = null)
    {
        var shape = new AuthorityShape { Subject = "CN=" + name };
        return new Authority(change?.Invoke(shape) ?? shape, null);
    }

    public Authority Issue(string name, Func<AuthorityShape, AuthorityShape>? change = null)
    {
        var shape = new AuthorityShape
        {
            Subject = "CN=" + name,
            PathLength = 0,
            NotAfter = AuthorityShape.Start.AddYears(2),
        };
        return new Authority(change?.Invoke(shape) ?? shape, this);
    }

    /// <summary>The PEM texts of a cluster whose CA this is, with the chain that istiod expects.</summary>
    public ClusterPems For(string cluster, params Authority[] above) =>
        new(cluster, Pem, KeyPem, Pem + string.Concat(above.Select(one => one.Pem)));

    private X509SignatureGenerator Generator() =>
        _key is RSA rsa
            ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
            : X509SignatureGenerator.CreateForECDsa((ECDsa)_key);
}
