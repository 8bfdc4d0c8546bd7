using System.Security.Cryptography.X509Certificates;

namespace MeshStack.Definition;

/// <summary>The public key of a certificate.</summary>
/// <param name="Kind"><c>RSA</c>, <c>EC</c>, or the object identifier of another algorithm.</param>
/// <param name="Bits">Size of the key; 0 for another algorithm.</param>
/// <param name="Info">The key as SubjectPublicKeyInfo.</param>
internal sealed record PublicKeyFacts(string Kind, int Bits, byte[] Info)
{
    public static PublicKeyFacts From(X509Certificate2 certificate)
    {
        var info = certificate.PublicKey.ExportSubjectPublicKeyInfo();
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
        {
            return new("RSA", rsa.KeySize, info);
        }

        using var ec = certificate.GetECDsaPublicKey();
        return ec is not null ? new("EC", ec.KeySize, info) : new(certificate.PublicKey.Oid.Value ?? "unknown", 0, info);
    }

    /// <summary>Whether it is as strong as RSA 2048 or P-256.</summary>
    public bool IsStrong =>
        Kind switch
        {
            "RSA" => Bits >= 2048,
            "EC" => Bits >= 256,
            _ => false,
        };
}
