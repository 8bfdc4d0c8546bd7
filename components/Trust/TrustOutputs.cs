using System.Collections.Immutable;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack;

/// <summary>What may be told of a trust, and what its clusters get.</summary>
internal sealed class TrustOutputs(TrustMaterial material, ImmutableArray<string> clusters, EngineValues values)
{
    public Output<string>? RootBundle { get; } = material.RootBundle is { } bundle ? values.Of(bundle) : null;

    public bool NeedsMultiRoot => material.NeedsMultiRoot;

    public Output<ImmutableArray<CertificateSummary>> Roots { get; } = Summaries(material.Roots, values);

    public Output<ImmutableArray<CertificateSummary>> Intermediates { get; } = Summaries(material.Intermediates, values);

    public Output<TrustState?> State { get; } =
        Output.All(material.Roots.Select(one => Output.Unsecret(values.Of(one.Pem)))).Apply(pems => material.State(pems));

    public CaCertificatesArgs? CaCertificates(string cluster, string trust) =>
        !clusters.Contains(cluster)
            ? throw new ArgumentException(
                $"{trust} has no cluster '{cluster}'; it has: {string.Join(", ", clusters.Order(StringComparer.Ordinal))}",
                nameof(cluster)
            )
        : material.Clusters.GetValueOrDefault(cluster) is { } ca
            ? new()
            {
                Certificate = values.Of(ca.Certificate),
                PrivateKey = values.Of(ca.PrivateKey),
                CertificateChain = values.Of(ca.CertificateChain),
                RootCertificate = values.Of(ca.RootCertificate),
            }
        : null;

    public Dictionary<string, object?> ToOutputs() =>
        new()
        {
            ["intermediates"] = Public(Intermediates),
            ["needsMultiRoot"] = NeedsMultiRoot,
            ["roots"] = Public(Roots),
            ["state"] = State.Apply(state => state?.ToString()),
        };

    // Fingerprint and date of a certificate are public, whatever the certificate was given as.
    private static Output<ImmutableArray<CertificateSummary>> Summaries(
        ImmutableArray<(string Name, TextValue Pem)> certificates,
        EngineValues values
    ) => Output.All(certificates.Select(one => Output.Unsecret(values.Of(one.Pem)).Apply(pem => CertificateSummary.From(one.Name, pem))));

    private static Output<ImmutableArray<ImmutableDictionary<string, string>>> Public(
        Output<ImmutableArray<CertificateSummary>> certificates
    ) => certificates.Apply(all => all.Select(one => one.ToOutputs()).ToImmutableArray());
}
