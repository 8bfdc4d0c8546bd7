using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What may be known of a certificate by everyone.</summary>
/// <param name="Name">The cluster of an intermediate; the generation of a generated root, or <c>current</c>, <c>next</c> or
/// <c>previous</c>.</param>
/// <param name="Fingerprint">SHA-256 of the certificate, lower-case hex; null while it is not issued.</param>
/// <param name="Expires">Last day of its life, as <c>yyyy-MM-dd</c> in UTC; null while it is not issued.</param>
public sealed record CertificateSummary(string Name, string? Fingerprint, string? Expires)
{
    /// <summary>The summary of the first certificate in a PEM text.</summary>
    internal static CertificateSummary From(string name, string pem) =>
        !Placeholder.IsIn(pem) && CertificateFacts.First(pem) is { } certificate
            ? new(name, certificate.Fingerprint, Dates.Day(certificate.NotAfter))
            : new(name, null, null);

    /// <summary>As outputs of a component; what is not known is left out.</summary>
    public ImmutableDictionary<string, string> ToOutputs()
    {
        var outputs = ImmutableDictionary<string, string>.Empty.Add("name", Name);
        return Fingerprint is null ? outputs : outputs.Add("fingerprint", Fingerprint).Add("expires", Expires!);
    }
}
