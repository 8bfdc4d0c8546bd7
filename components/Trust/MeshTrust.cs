using System.Collections.Immutable;
using Pulumi;

namespace MeshStack;

/// <summary>One root of trust for a mesh and an intermediate CA for each of its clusters.</summary>
public sealed class MeshTrust : ComponentResource
{
    private readonly TrustMaterial _material;
    private readonly ImmutableHashSet<string> _clusters;

    /// <summary>Generates the trust, or checks the one that is given.</summary>
    /// <exception cref="ResourceException">The args contradict themselves; all contradictions are named.</exception>
    public MeshTrust(string name, MeshTrustArgs args, ComponentResourceOptions? options = null)
        : base("meshstack:index:MeshTrust", name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        args.Problems().Enforce(this);
        _clusters = args.Clusters.Select(cluster => cluster.Name).ToImmutableHashSet(StringComparer.Ordinal);
        _material = args.Generated is { } generated ? new GeneratedTrust(this, args, generated).Material()
            : args.Provided is { } provided ? ProvidedTrust.Material(this, args, provided)
            : ExternalTrust.Material(this, args.External!, args.Clock);
        NeedsMultiRoot = args.Rotation != null;
        Roots = Summaries(_material.Roots);
        Intermediates = Summaries(_material.Intermediates);
        RegisterOutputs(new Dictionary<string, object?>
        {
            ["intermediates"] = Public(Intermediates),
            ["needsMultiRoot"] = NeedsMultiRoot,
            ["roots"] = Public(Roots),
            ["state"] = State.Apply(state => state?.ToString()),
        });
    }

    /// <summary>The trusted roots, PEM, as <c>root-cert.pem</c> has them: two while a rotation needs both; null where an external trust names none.</summary>
    public Output<string>? RootBundle => _material.RootBundle;

    /// <summary>The trusted roots one by one, PEM, the old one first.</summary>
    internal IReadOnlyList<Output<string>> RootCertificates => _material.RootCertificates;

    /// <summary>Whether istiod has to run with <c>ISTIO_MULTIROOT_MESH=true</c>, without which it neither trusts two roots nor takes up a changed bundle.</summary>
    /// <remarks>
    /// True from the first phase of a rotation to its last. Proxies take a changed bundle up while they run where their proxyMetadata has
    /// <c>PROXY_CONFIG_XDS_AGENT: "true"</c>, and else at their next start: https://docs.tetrate.io/istio-subscription/howto/root-cert-rotation.
    /// </remarks>
    public bool NeedsMultiRoot { get; }

    /// <summary>The trusted roots, the old one first.</summary>
    public Output<ImmutableArray<CertificateSummary>> Roots { get; }

    /// <summary>The clusters' intermediates, in the order of the args.</summary>
    public Output<ImmutableArray<CertificateSummary>> Intermediates { get; }

    /// <summary>Which root signs and which are trusted, for <see cref="TrustTransition"/>; null while they are not known, and for an external trust.</summary>
    public Output<TrustState?> State => _material.State;

    /// <summary>What <see cref="IstioInstallArgs.CaCertificates"/> takes for a cluster; null where something else issues its certificates.</summary>
    /// <exception cref="ArgumentException">The trust has no such cluster.</exception>
    public CaCertificatesArgs? CaCertificates(string clusterName)
        => _clusters.Contains(clusterName)
            ? _material.Clusters.GetValueOrDefault(clusterName)
            : throw new ArgumentException(
                $"{GetResourceName()} has no cluster '{clusterName}'; it has: {string.Join(", ", _clusters.Order(StringComparer.Ordinal))}",
                nameof(clusterName));

    // Fingerprint and date of a certificate are public, whatever the certificate was given as.
    private static Output<ImmutableArray<CertificateSummary>> Summaries(ImmutableArray<(string Name, Output<string> Pem)> certificates)
        => Output.All(certificates.Select(certificate => Output.Unsecret(certificate.Pem).Apply(pem => CertificateSummary.Of(certificate.Name, pem))));

    private static Output<ImmutableArray<ImmutableDictionary<string, string>>> Public(Output<ImmutableArray<CertificateSummary>> certificates)
        => certificates.Apply(all => all.Select(one => one.ToOutputs()).ToImmutableArray());
}
