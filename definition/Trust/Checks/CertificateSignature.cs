using System.Formats.Asn1;
using System.Security.Cryptography;

namespace MeshStack.Definition;

/// <summary>The signature below a certificate (RFC 5280, 4.1.1).</summary>
internal static class CertificateSignature
{
    private const string RsaPss = "1.2.840.113549.1.1.10";

    private static readonly Dictionary<string, (string Kind, HashAlgorithmName Hash)> Algorithms = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.11"] = ("RSA", HashAlgorithmName.SHA256),
        ["1.2.840.113549.1.1.12"] = ("RSA", HashAlgorithmName.SHA384),
        ["1.2.840.113549.1.1.13"] = ("RSA", HashAlgorithmName.SHA512),
        ["1.2.840.10045.4.3.2"] = ("EC", HashAlgorithmName.SHA256),
        ["1.2.840.10045.4.3.3"] = ("EC", HashAlgorithmName.SHA384),
        ["1.2.840.10045.4.3.4"] = ("EC", HashAlgorithmName.SHA512),
    };

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.4"] = "MD5",
        ["1.2.840.113549.1.1.5"] = "SHA-1",
        ["1.2.840.10045.4.1"] = "SHA-1",
    };

    private static readonly Dictionary<string, HashAlgorithmName> Hashes = new(StringComparer.Ordinal)
    {
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    /// <summary>What is wrong with the algorithm, or null.</summary>
    public static string? Weakness(CertificateFacts certificate) =>
        AlgorithmOf(certificate) != null
            ? null
            : Refused.GetValueOrDefault(certificate.SignatureAlgorithm)
                ?? (certificate.SignatureAlgorithm == RsaPss ? "RSASSA-PSS with SHA-1" : $"algorithm {certificate.SignatureAlgorithm}");

    /// <summary>Whether the key of the issuer made the signature; null for an algorithm that is refused anyway.</summary>
    public static bool? IsBy(CertificateFacts issuer, CertificateFacts certificate)
    {
        if (AlgorithmOf(certificate) is not { } algorithm)
        {
            return null;
        }

        if (algorithm.Kind != issuer.Key.Kind)
        {
            return false;
        }

        try
        {
            var parts = new AsnReader(certificate.Der, AsnEncodingRules.DER).ReadSequence();
            var signed = parts.ReadEncodedValue().Span;
            parts.ReadEncodedValue();
            var signature = parts.ReadBitString(out _);
            if (algorithm.Kind == "RSA")
            {
                using var rsa = RSA.Create();
                rsa.ImportSubjectPublicKeyInfo(issuer.Key.Info, out _);
                return rsa.VerifyData(
                    signed,
                    signature,
                    algorithm.Hash,
                    certificate.SignatureAlgorithm == RsaPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1
                );
            }

            using var ec = ECDsa.Create();
            ec.ImportSubjectPublicKeyInfo(issuer.Key.Info, out _);
            return ec.VerifyData(signed, signature, algorithm.Hash, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    private static (string Kind, HashAlgorithmName Hash)? AlgorithmOf(CertificateFacts certificate) =>
        Algorithms.TryGetValue(certificate.SignatureAlgorithm, out var algorithm) ? algorithm
        : certificate.SignatureAlgorithm == RsaPss && PssHash(certificate.Der) is { } hash ? ("RSA", hash)
        : null;

    /// <summary>The hash among the parameters of RSASSA-PSS (RFC 4055, 3.1); its default is SHA-1.</summary>
    private static HashAlgorithmName? PssHash(byte[] der)
    {
        try
        {
            var parts = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
            parts.ReadEncodedValue();
            var algorithm = parts.ReadSequence();
            algorithm.ReadObjectIdentifier();
            var hash = algorithm
                .ReadSequence()
                .ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0))
                .ReadSequence()
                .ReadObjectIdentifier();
            return Hashes.TryGetValue(hash, out var name) ? name : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
