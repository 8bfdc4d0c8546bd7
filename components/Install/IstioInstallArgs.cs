using Pulumi;

namespace MeshStack;

/// <summary>One cluster's control plane and gateways.</summary>
public sealed class IstioInstallArgs : ResourceArgs
{
    private static readonly string[] OutboundTrafficPolicies = ["ALLOW_ANY", "REGISTRY_ONLY"];

    /// <summary>The cluster to install into; required, but for a member of a <see cref="Mesh"/>, which makes it.</summary>
    public MeshCluster Cluster { get; set; } = null!;

    /// <summary>Id of the mesh that the cluster is a part of; required, but for a member of a <see cref="Mesh"/>, which has one.</summary>
    [Input("meshId")]
    public string? MeshId { get; set; }

    /// <summary>Version of Istio and of its charts.</summary>
    /// <value>Defaults to 1.30.3.</value>
    [Input("version")]
    public string Version { get; set; } = IstioVersion.Default;

    /// <summary>Profile of the charts: <c>default</c>, <c>demo</c>, <c>preview</c> or <c>stable</c>.</summary>
    /// <value>Defaults to default.</value>
    [Input("profile")]
    public string Profile { get; set; } = IstioProfiles.Default;

    /// <summary>Revision of the control plane, for example <c>1-30-3</c>; namespaces choose it by the label <c>istio.io/rev</c>.</summary>
    /// <value>Defaults to none: namespaces use <c>istio-injection: enabled</c>.</value>
    [Input("revision")]
    public string? Revision { get; set; }

    /// <summary>What a sidecar does with a host that the mesh does not know: <c>ALLOW_ANY</c> or <c>REGISTRY_ONLY</c>.</summary>
    /// <value>Defaults to ALLOW_ANY.</value>
    [Input("outboundTrafficPolicy")]
    public string OutboundTrafficPolicy { get; set; } = "ALLOW_ANY";

    /// <summary>Whether sidecars answer DNS, without which imported hosts do not resolve.</summary>
    /// <value>Defaults to true.</value>
    [Input("dnsCapture")]
    public bool DnsCapture { get; set; } = true;

    /// <summary>Certificate of the root that all clusters share, PEM: with it, workloads of <see cref="PeerTrustDomains"/> can be validated.</summary>
    [Input("rootCertificate")]
    public Input<string>? RootCertificate { get; set; }

    /// <summary>Trust domains of the other clusters. They are validated against the root; their identities stay their own.</summary>
    [Input("peerTrustDomains")]
    public List<string> PeerTrustDomains { get; set; } = [];

    /// <summary>Trust domains that mean the same as the cluster's own: a service account of one passes for the same of the others.</summary>
    /// <value>Defaults to none.</value>
    [Input("trustDomainAliases")]
    public List<string> TrustDomainAliases { get; set; } = [];

    /// <summary>The cluster's intermediate CA.</summary>
    /// <value>Defaults to none: istiod uses the <c>cacerts</c> that are there, or signs itself, and then no other cluster trusts it.</value>
    [Input("caCertificates")]
    public CaCertificatesArgs? CaCertificates { get; set; }

    /// <summary>Replicas and resources of istiod.</summary>
    [Input("istiod")]
    public ScalingArgs? Istiod { get; set; }

    /// <summary>Gateway for clients outside the mesh.</summary>
    /// <value>Defaults to none.</value>
    [Input("ingress")]
    public GatewayInstallArgs? Ingress { get; set; }

    /// <summary>Gateway for the mesh's other clusters.</summary>
    /// <value>Defaults to none.</value>
    [Input("eastWest")]
    public GatewayInstallArgs? EastWest { get; set; }

    /// <summary>Repository of the charts.</summary>
    /// <value>Defaults to Istio's own.</value>
    [Input("repository")]
    public string Repository { get; set; } = "https://istio-release.storage.googleapis.com/charts";

    /// <summary>Seconds that a release may take to become ready.</summary>
    /// <value>Defaults to 600.</value>
    [Input("timeout")]
    public int Timeout { get; set; } = 600;

    /// <summary>Whether workloads may be verified by more than one root, as while one is replaced.</summary>
    internal bool TrustsSeveralRoots { get; set; }

    /// <summary>Whether istiod serves the proxies of other clusters too.</summary>
    internal bool ServesRemotes { get; set; }

    /// <summary>The control plane of another cluster that serves this one; null where it runs its own.</summary>
    internal RemoteRole? Remote { get; set; }

    /// <summary>Namespace of the istiod that serves the cluster, and of its east-west gateway.</summary>
    internal string SystemNamespace { get; set; } = IstioInstall.SystemNamespace;

    /// <summary>What these args ask for and cannot have.</summary>
    public IEnumerable<ArgsProblem> Problems()
    {
        if (!IstioVersion.Supported.Contains(Version))
        {
            yield return ArgsProblem.NotAllowed("version", Version, "a version of Istio that MeshStack knows", IstioVersion.Supported);
        }

        if (!IstioProfiles.All.Contains(Profile))
        {
            yield return ArgsProblem.NotAllowed("profile", Profile, "a profile of the charts", IstioProfiles.All, IstioProfiles.Hint(Profile));
        }

        if (!OutboundTrafficPolicies.Contains(OutboundTrafficPolicy))
        {
            yield return ArgsProblem.NotAllowed("outboundTrafficPolicy", OutboundTrafficPolicy, "an outbound traffic policy", OutboundTrafficPolicies);
        }

        if (Revision is { } revision && !KubernetesNames.IsLabel(revision))
        {
            yield return new("revision", $"'{revision}' is not a DNS label; for {Version}: {Version.Replace('.', '-')}");
        }

        if (PeerTrustDomains.Count > 0 && RootCertificate == null)
        {
            yield return new("rootCertificate", "required with peerTrustDomains: Istio validates a foreign trust domain against a root that it is told");
        }

        var scaling = (Istiod?.Problems("istiod") ?? [])
            .Concat(Ingress?.Problems("ingress", addressMatters: false) ?? [])
            .Concat(EastWest?.Problems("eastWest", addressMatters: true) ?? []);
        foreach (var problem in scaling)
        {
            yield return problem;
        }
    }
}
