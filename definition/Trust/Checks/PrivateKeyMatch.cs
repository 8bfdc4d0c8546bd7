using System.Security.Cryptography;

namespace MeshStack.Definition;

/// <summary>Whether a private key is that of a certificate. Nothing of the key leaves this class.</summary>
internal static class PrivateKeyMatch
{
    /// <summary>Null for a key that cannot be read.</summary>
    public static bool? Of(PemBlock key, CertificateFacts certificate)
    {
        using var rsa = RSA.Create();
        if (TryImport(rsa, key))
        {
            return Is(rsa.ExportSubjectPublicKeyInfo(), certificate);
        }

        using var ec = ECDsa.Create();
        return TryImport(ec, key) ? Is(ec.ExportSubjectPublicKeyInfo(), certificate) : null;
    }

    private static bool TryImport(AsymmetricAlgorithm algorithm, PemBlock key)
    {
        try
        {
            algorithm.ImportFromPem(key.Text);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    private static bool Is(byte[] publicKey, CertificateFacts certificate) => publicKey.AsSpan().SequenceEqual(certificate.Key.Info);
}
