using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace MeshStack.Definition;

/// <summary>The signature below a certificate (RFC 5280, 4.1.1).</summary>
internal static class CertificateSignature
{
    private const string RsaPss = "1.2.840.113549.1.1.10";

    private static readonly HashSet<string> Taken =
    [
        "1.2.840.113549.1.1.11", // RSA with SHA-256, SHA-384, SHA-512
        "1.2.840.113549.1.1.12",
        "1.2.840.113549.1.1.13",
        "1.2.840.10045.4.3.2", // ECDSA with SHA-256, SHA-384, SHA-512
        "1.2.840.10045.4.3.3",
        "1.2.840.10045.4.3.4",
    ];

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.4"] = "MD5",
        ["1.2.840.113549.1.1.5"] = "SHA-1",
        ["1.2.840.10045.4.1"] = "SHA-1",
    };

    private static readonly HashSet<string> Sha2 = ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"];

    /// <summary>What is wrong with the algorithm, or null.</summary>
    public static string? Weakness(CertificateFacts certificate) =>
        certificate.SignatureAlgorithm switch
        {
            RsaPss => HasStrongPss(certificate.Der) ? null : "RSASSA-PSS with SHA-1",
            var algorithm when Taken.Contains(algorithm) => null,
            var algorithm => Refused.GetValueOrDefault(algorithm, $"algorithm {algorithm}"),
        };

    /// <summary>
    /// Whether the key of the issuer made the signature; null for an algorithm that is refused anyway. Nobody checks the signature of what
    /// is trusted outright (RFC 5280, 6.1): a root is its own issuer unless it names another key, as one does that an older root signed.
    /// </summary>
    public static bool? IsBy(CertificateFacts issuer, CertificateFacts certificate)
    {
        if (Weakness(certificate) is not null)
        {
            return null;
        }

        if (issuer.Is(certificate))
        {
            return !certificate.NamesAnotherKey;
        }

        using var above = X509CertificateLoader.LoadCertificate(issuer.Der);
        using var below = X509CertificateLoader.LoadCertificate(certificate.Der);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(above);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.Build(below);
        return chain.ChainElements.Count > 1
            && chain.ChainElements[1].Certificate.RawDataMemory.Span.SequenceEqual(issuer.Der)
            && chain.ChainElements[0].ChainElementStatus.All(status => status.Status != X509ChainStatusFlags.NotSignatureValid);
    }

    /// <summary>The hash among the parameters of RSASSA-PSS (RFC 4055, 3.1), which no API of .NET tells; its default is SHA-1.</summary>
    private static bool HasStrongPss(byte[] der)
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
            return Sha2.Contains(hash);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
