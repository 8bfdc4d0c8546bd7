using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MeshStack.Components.Tests.Trust;

/// <summary>How a CA of a test is made.</summary>
internal sealed record AuthorityShape
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public required string Subject { get; init; }

    public bool? IsCa { get; init; } = true;

    public int? PathLength { get; init; }

    public X509KeyUsageFlags? KeyUsage { get; init; } = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign;

    public DateTimeOffset NotBefore { get; init; } = Start;

    public DateTimeOffset NotAfter { get; init; } = Start.AddYears(10);

    public string[] DnsNames { get; init; } = [];

    /// <summary>Whether it names its key, and its issuer's.</summary>
    public bool HasKeyIdentifiers { get; init; }

    /// <summary>Null for P-256.</summary>
    public int? RsaBits { get; init; }

    /// <summary>Another signature than the issuer's usual one.</summary>
    public Func<AsymmetricAlgorithm, X509SignatureGenerator>? Signature { get; init; }

    public void AddExtensions(CertificateRequest request, PublicKey issuer)
    {
        if (HasKeyIdentifiers)
        {
            var named = new X509SubjectKeyIdentifierExtension(issuer, critical: false);
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(named));
        }

        if (IsCa is { } isCa)
        {
            request.CertificateExtensions.Add(
                new X509BasicConstraintsExtension(isCa, isCa && PathLength is not null, isCa ? PathLength ?? 0 : 0, true)
            );
        }

        if (KeyUsage is { } usage)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        }

        if (DnsNames.Length > 0)
        {
            var names = new SubjectAlternativeNameBuilder();
            foreach (var name in DnsNames)
            {
                names.AddDnsName(name);
            }

            request.CertificateExtensions.Add(names.Build());
        }
    }
}
