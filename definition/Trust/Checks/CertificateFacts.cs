using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MeshStack.Definition;

/// <summary>What a certificate says, as far as a CA's certificate matters to istiod.</summary>
internal sealed record CertificateFacts
{
    public required byte[] Der { get; init; }

    public required string Subject { get; init; }

    public required string Issuer { get; init; }

    public required byte[] SubjectName { get; init; }

    public required byte[] IssuerName { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Null where there are no basic constraints.</summary>
    public required bool? IsCa { get; init; }

    /// <summary>Null where the CAs below are not limited.</summary>
    public required int? PathLength { get; init; }

    /// <summary>Null where there is no key usage.</summary>
    public required X509KeyUsageFlags? KeyUsage { get; init; }

    /// <summary>Null where there is no subject alternative name.</summary>
    public required ImmutableArray<string>? DnsNames { get; init; }

    public required string SignatureAlgorithm { get; init; }

    /// <summary>Whether it names another key as its issuer's than its own; false where it names none.</summary>
    public required bool NamesAnotherKey { get; init; }

    public required PublicKeyFacts Key { get; init; }

    /// <summary>SHA-256 of the certificate, lower-case hex.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Der));

    public bool Is(CertificateFacts other) => Der.AsSpan().SequenceEqual(other.Der);

    /// <summary>The first certificate of a PEM text, or null.</summary>
    public static CertificateFacts? First(string pem) =>
        PemText.Read(pem).Blocks.FirstOrDefault(block => block.Label == PemBlock.Certificate) is { } block ? Read(block.Data) : null;

    /// <summary>Null for bytes that are no certificate.</summary>
    public static CertificateFacts? Read(byte[] der)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der);
            var constraints = certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault();
            return new CertificateFacts
            {
                Der = certificate.RawData,
                Subject = certificate.Subject,
                Issuer = certificate.Issuer,
                SubjectName = certificate.SubjectName.RawData,
                IssuerName = certificate.IssuerName.RawData,
                NotBefore = certificate.NotBefore.ToUniversalTime(),
                NotAfter = certificate.NotAfter.ToUniversalTime(),
                IsCa = constraints?.CertificateAuthority,
                PathLength = constraints is { HasPathLengthConstraint: true } ? constraints.PathLengthConstraint : null,
                KeyUsage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages,
                DnsNames = certificate
                    .Extensions.OfType<X509SubjectAlternativeNameExtension>()
                    .FirstOrDefault()
                    ?.EnumerateDnsNames()
                    .ToImmutableArray(),
                SignatureAlgorithm = certificate.SignatureAlgorithm.Value ?? "",
                NamesAnotherKey =
                    certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is { } issuer
                    && certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault() is { } own
                    && !issuer.Span.SequenceEqual(own.SubjectKeyIdentifierBytes.Span),
                Key = PublicKeyFacts.From(certificate),
            };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
