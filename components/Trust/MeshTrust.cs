using System.Collections.Immutable;
using MeshStack.Manifests;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack;

/// <summary>One root of trust for a mesh and an intermediate CA for each of its clusters.</summary>
public sealed class MeshTrust : ComponentResource, IPlannedComponent
{
    private const string Type = "meshstack:index:MeshTrust";

    private TrustOutputs? _outputs;

    /// <summary>Generates the trust, or checks the one that is given.</summary>
    /// <exception cref="ResourceException">The args contradict themselves; all contradictions are named.</exception>
    public MeshTrust(string name, MeshTrustArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var composition = new Composition(this);
        var settings = composition.Read<MeshTrustSettings>(args);
        settings.Problems().Enforce(this);
        var material = TrustPlanner.Plan(composition.Scope(), settings);
        composition.Register();
        Show(new TrustOutputs(material, [.. settings.Clusters.Select(cluster => cluster.Name)], composition.Values));
    }

    internal MeshTrust(ResourceId key, ComponentResourceOptions options)
        : base(Type, key.Name, args: null, options) { }

    /// <summary>The trusted roots, PEM, as <c>root-cert.pem</c> has them: two while a rotation needs both; null where an external trust
    /// names none.</summary>
    public Output<string>? RootBundle => Outputs.RootBundle;

    /// <summary>Whether istiod has to run with <c>ISTIO_MULTIROOT_MESH=true</c>, without which it neither trusts two roots nor takes up a
    /// changed bundle.</summary>
    /// <remarks>
    /// True from the first phase of a rotation to its last. Proxies take a changed bundle up while they run where their proxyMetadata has
    /// <c>PROXY_CONFIG_XDS_AGENT: "true"</c>, and else at their next start:
    /// https://docs.tetrate.io/istio-subscription/howto/root-cert-rotation.
    /// </remarks>
    public bool NeedsMultiRoot => Outputs.NeedsMultiRoot;

    /// <summary>The trusted roots, the old one first.</summary>
    public Output<ImmutableArray<CertificateSummary>> Roots => Outputs.Roots;

    /// <summary>The clusters' intermediates, in the order of the args.</summary>
    public Output<ImmutableArray<CertificateSummary>> Intermediates => Outputs.Intermediates;

    /// <summary>Which root signs and which are trusted, for <see cref="TrustTransition"/>; null while they are not known, and for an
    /// external trust.</summary>
    public Output<TrustState?> State => Outputs.State;

    private TrustOutputs Outputs => _outputs ?? throw new InvalidOperationException("The trust has not been composed yet.");

    /// <summary>What <see cref="IstioInstallArgs.CaCertificates"/> takes for a cluster; null where something else issues its
    /// certificates.</summary>
    /// <exception cref="ArgumentException">The trust has no such cluster.</exception>
    public CaCertificatesArgs? CaCertificates(string clusterName) => Outputs.CaCertificates(clusterName, GetResourceName());

    /// <summary>Takes what the trust came to.</summary>
    internal void Show(TrustOutputs outputs)
    {
        _outputs = outputs;
        RegisterOutputs(outputs.ToOutputs());
    }

    void IPlannedComponent.Finish(PlannedResource planned, EngineValues values)
    {
        // What it tells of itself is not in the plan: it comes out of certificates.
    }
}
