namespace MeshStack.Definition;

/// <summary>One cluster's control plane and gateways.</summary>
public record IstioInstallSettings
{
    internal const string ChartRepository = "https://blob.istio.io/istio-release/charts";

    internal const string ImageHub = "docker.io/istio";

    /// <summary>Id of the mesh that the cluster is a part of; required, but for a member of a mesh, which has one.</summary>
    public string? MeshId { get; init; }

    /// <summary>The Istio that is there already: nothing is installed or upgraded, and nothing else may be given here.</summary>
    /// <value>Defaults to none: Istio is installed.</value>
    [Key(
        "an Istio that is there already: nothing is installed or upgraded, and no other key goes with it",
        Default = "none: Istio is installed"
    )]
    public ExistingIstioSettings? Existing { get; init; }

    /// <summary>Version of Istio and of its charts.</summary>
    /// <value>Defaults to 1.31.4. With <see cref="Revisions"/> each of them has its own.</value>
    [Key("a patch of 1.30 (newest known 1.30.8), 1.31 (1.31.4) or 1.32 (1.32.0); one with known security flaws is warned of")]
    public string Version { get; init; } = IstioVersion.Default;

    /// <summary>What to begin with: <c>default</c>, <c>minimal</c>, <c>demo</c>, <c>ambient</c>, <c>production</c>, <c>preview</c> or
    /// <c>stable</c>.</summary>
    /// <value>Defaults to default. Options that are given win over the profile's.</value>
    /// <remarks>minimal has no gateways; production keeps three replicas of istiod and of each gateway, spread, with budgets, and logs
    /// accesses.</remarks>
    [Key(
        "what to begin with: `minimal` has no gateways, `production` has three replicas and more, spread, with budgets, and an access log",
        AllowedBy = typeof(IstioProfiles)
    )]
    public string Profile { get; init; } = IstioProfiles.Default;

    /// <summary>Where the proxies run: <c>sidecar</c> or <c>ambient</c>.</summary>
    /// <value>Defaults to ambient with profile ambient, else to sidecar.</value>
    [Key(
        "where the proxies run; `ambient` needs the CRDs of the Gateway API",
        Default = "`ambient` with that profile, else `sidecar`",
        AllowedBy = typeof(DataPlanes)
    )]
    public string? DataPlane { get; init; }

    /// <summary>Whether the node agent <c>cni</c> redirects traffic, so that pods need no privileged init container.</summary>
    /// <value>Defaults to true for ambient and on OpenShift, which need it, and else to false.</value>
    [Key("node agent in place of init containers", Default = "`true` for ambient and on `openshift`, which need it, else `false`")]
    public bool? Cni { get; init; }

    /// <summary>Platform of the nodes: <c>gke</c>, <c>k3d</c>, <c>k3s</c>, <c>microk8s</c>, <c>minikube</c> or <c>openshift</c>.</summary>
    /// <value>Defaults to none, which is right for all others.</value>
    [Key("platform of the nodes", Default = "none, which is right for all others", AllowedBy = typeof(Platforms))]
    public string? Platform { get; init; }

    /// <summary>Waypoints of ambient namespaces; they need the CRDs of the Gateway API.</summary>
    [Key("waypoints of ambient namespaces", Default = "none")]
    public IReadOnlyList<WaypointSettings> Waypoints { get; init; } = [];

    /// <summary>Version of the Gateway API whose standard CRDs are installed, for example <c>1.5.0</c>; Istio 1.30 wants 1.5, and 1.31
    /// wants 1.6.</summary>
    /// <value>Defaults to none: many platforms bring them, and two owners of one CRD fight.</value>
    /// <remarks>Fetched by the provider while it applies, from https://github.com/kubernetes-sigs/gateway-api/releases.</remarks>
    [Key(
        "version of the Gateway API whose CRDs are installed, from its release on GitHub (without access to it, leave the key out "
            + "and apply a copy of `standard-install.yaml` yourself)",
        Default = "none"
    )]
    public string? GatewayApiVersion { get; init; }

    /// <summary>Revision of the control plane, for example <c>1-31-4</c>; namespaces choose it by the label <c>istio.io/rev</c>.</summary>
    /// <value>Defaults to none: namespaces use <c>istio-injection: enabled</c>.</value>
    /// <remarks>With <see cref="Revisions"/>, the revision or tag among them that gateways and waypoints use.</remarks>
    [Key(
        "DNS label; workloads choose it by the namespace label `istio.io/rev`. With `revisions`: the one, or the tag, that gateways "
            + "use",
        Default = "none"
    )]
    public string? Revision { get; init; }

    /// <summary>Several control planes side by side, by revision; <c>default</c> is the one without a revision.</summary>
    /// <value>Defaults to one, of <see cref="Version"/> and <see cref="Revision"/>. At most one minor version apart.</value>
    [Key(
        "several control planes side by side, at most one minor version apart; `default` is the one without a revision",
        Default = "one, of `version` and `revision`"
    )]
    public IReadOnlyDictionary<string, RevisionSettings> Revisions { get; init; } = Empty.Map<RevisionSettings>();

    /// <summary>Names that stand for revisions and can move from one to another; <c>default</c> serves <c>istio-injection:
    /// enabled</c>.</summary>
    [Key("names for a revision that can move to another; `default` serves `istio-injection: enabled`", Default = "none")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Map<string>();

    /// <summary>What a sidecar does with a host that the mesh does not know: <c>ALLOW_ANY</c>, <c>REGISTRY_ONLY</c>, or since Istio 1.31
    /// <c>ALLOW_ANY_DYNAMIC_DNS</c>.</summary>
    /// <value>Defaults to ALLOW_ANY.</value>
    [Key(
        "what a sidecar does with a host that the mesh does not know; the third since Istio 1.31",
        Allowed = ["ALLOW_ANY", "REGISTRY_ONLY", "ALLOW_ANY_DYNAMIC_DNS"]
    )]
    public string OutboundTrafficPolicy { get; init; } = "ALLOW_ANY";

    /// <summary>Whether sidecars answer DNS, without which imported hosts do not resolve.</summary>
    /// <value>Defaults to true.</value>
    [Key("whether sidecars answer DNS; imported hosts, and services that only other clusters have, need it")]
    public bool DnsCapture { get; init; } = true;

    /// <summary>File that proxies write their access log to, for example <c>/dev/stdout</c>.</summary>
    /// <value>Defaults to none, or to /dev/stdout with profile production.</value>
    [Key("file of the access log, such as `/dev/stdout`", Default = "none; with `production` `/dev/stdout`")]
    public string? AccessLogFile { get; init; }

    /// <summary>Format of the access log, in Envoy's command operators; a text format ends with a line break of its own.</summary>
    /// <value>Defaults to Istio's, or with profile production to time, request, status, bytes and durations in one line.</value>
    [Key("format of the access log, in Envoy's command operators", Default = "Istio's; with `production` one line per request")]
    public string? AccessLogFormat { get; init; }

    /// <summary>Encoding of the access log: <c>TEXT</c> or <c>JSON</c>.</summary>
    /// <value>Defaults to TEXT.</value>
    [Key("encoding of the access log", Default = "`TEXT`", Allowed = ["TEXT", "JSON"])]
    public string? AccessLogEncoding { get; init; }

    /// <summary>Whether proxies make trace spans; where to is said by meshConfig.extensionProviders or a Telemetry.</summary>
    /// <value>Defaults to Istio's.</value>
    [Key("whether proxies make trace spans", Default = "Istio's")]
    public bool? EnableTracing { get; init; }

    /// <summary>Share of requests that are traced, in percent, 0-100.</summary>
    /// <value>Defaults to the chart's 1.</value>
    [Key("percent of requests that are traced", Default = "the chart's, 1", Min = 0, Max = 100)]
    public double? TraceSampling { get; init; }

    /// <summary>Mesh configuration that no option names, merged over what the options say. Unknown keys are errors: Istio would drop them
    /// without a word.</summary>
    /// <remarks>https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/</remarks>
    [Key("mesh configuration that no key names; unknown keys are errors, because Istio drops them without a word", Default = "none")]
    public IReadOnlyDictionary<string, object> MeshConfig { get; init; } = Empty.Map<object>();

    /// <summary>Values of the charts that no option names.</summary>
    [Key(
        "values of the charts that no key names, merged last. A key that no template of that chart reads in that version is an "
            + "error, and so is one that the mesh relies on, with the key of the definition that sets it",
        Default = "none"
    )]
    public ChartValuesSettings? Values { get; init; }

    /// <summary>Certificate of the root that all clusters share, PEM: with it, workloads of <see cref="PeerTrustDomains"/> can be
    /// validated.</summary>
    public TextValue? RootCertificate { get; init; }

    /// <summary>Trust domains of the other clusters. They are validated against the root; their identities stay their own.</summary>
    public IReadOnlyList<string> PeerTrustDomains { get; init; } = [];

    /// <summary>Trust domains that mean the same as the cluster's own: a service account of one passes for the same of the
    /// others.</summary>
    /// <value>Defaults to none.</value>
    [Key("trust domains that mean the same as the cluster's own, which is warned of", Default = "none")]
    public IReadOnlyList<string> TrustDomainAliases { get; init; } = [];

    /// <summary>The cluster's intermediate CA.</summary>
    /// <value>Defaults to none: istiod uses the <c>cacerts</c> that are there, or signs itself, and then no other cluster trusts
    /// it.</value>
    public CaCertificatesSettings? CaCertificates { get; init; }

    /// <summary>Replicas and resources of istiod.</summary>
    [Key("replicas and resources of istiod", Default = "the profile's, else the chart's")]
    public ScalingSettings? Istiod { get; init; }

    /// <summary>Gateway for clients outside the mesh.</summary>
    /// <value>Defaults to none.</value>
    [Key("calls from outside the mesh", Default = "none", Table = "gateways")]
    public GatewayInstallSettings? Ingress { get; init; }

    /// <summary>Further gateways for clients outside the mesh, by name: NAME is the release istio-NAME in a namespace of that name, with
    /// the label <c>istio: NAME</c>.</summary>
    [Key("more of these, each in a namespace istio-NAME with the label `istio: NAME`", Default = "none", Table = "gateways")]
    public IReadOnlyDictionary<string, GatewayInstallSettings> Ingresses { get; init; } = Empty.Map<GatewayInstallSettings>();

    /// <summary>Gateway through which workloads leave the mesh.</summary>
    /// <value>Defaults to none.</value>
    [Key("calls out of the mesh", Default = "none", Table = "gateways")]
    public EgressInstallSettings? Egress { get; init; }

    /// <summary>Gateway for the mesh's other clusters.</summary>
    /// <value>Defaults to none.</value>
    [Key("calls from other clusters", Default = "none", Table = "gateways")]
    public GatewayInstallSettings? EastWest { get; init; }

    /// <summary>Repository of the charts: an address of <c>https</c>, or <c>oci://REGISTRY/PATH</c>.</summary>
    /// <value>Defaults to https://blob.istio.io/istio-release/charts; Istio has them at oci://ghcr.io/istio/release/charts too.</value>
    /// <remarks>https://istio.io/latest/blog/2026/retirement-of-gcp/. Where they come from is no reason for a release to be
    /// replaced.</remarks>
    [Key("where the charts come from: `https://…` (a repository) or `oci://…` (a registry, the folder above the charts)")]
    public string Repository { get; init; } = ChartRepository;

    /// <summary>Registry and path of Istio's images, for example that of a mirror.</summary>
    /// <value>Defaults to docker.io/istio.</value>
    [Key("where the images come from, without their name and tag")]
    public string Hub { get; init; } = ImageHub;

    /// <summary>Images by full reference, for example by digest; they win over <see cref="Hub"/>.</summary>
    /// <value>Defaults to none. With <see cref="Revisions"/> of several versions each of them has its own.</value>
    [Key(
        "a whole reference instead, for a mirror that names images in another way, or by digest: "
            + "`registry.example.com/istio/proxyv2@sha256:…`",
        Default = "`HUB/NAME:VERSION`"
    )]
    public ImagesSettings? Images { get; init; }

    /// <summary>Names of the secrets by which images are pulled: they have to be in the namespaces of istiod, of the gateways, and of all
    /// injected workloads.</summary>
    /// <value>Defaults to none.</value>
    [Key("names of Secrets that are in the namespaces of Istio and of the workloads already", Default = "none")]
    public IReadOnlyList<string> ImagePullSecrets { get; init; } = [];

    /// <summary>Seconds that a release may take to become ready.</summary>
    /// <value>Defaults to 600.</value>
    [Key("seconds per release")]
    public int Timeout { get; init; } = 600;

    /// <summary>What was given besides <see cref="Existing"/>, where these settings are what is known of an Istio that is there
    /// already.</summary>
    internal IstioInstallSettings? Beside { get; init; }

    /// <summary>What is asked for and cannot be had.</summary>
    public IEnumerable<ArgsProblem> Problems() => new InstallRules(this).Problems();

    /// <summary>Whether workloads are in the mesh without sidecars.</summary>
    internal bool IsAmbient =>
        (DataPlane ?? (Profile == IstioProfiles.Ambient ? DataPlanes.Ambient : DataPlanes.Sidecar)) == DataPlanes.Ambient;

    internal bool HasCni => Cni ?? (IsAmbient || Platform == Platforms.OpenShift);

    /// <summary>The image that is asked for by reference, for a revision or else for all; null where hub and version name it.</summary>
    internal string? ImageOf(Func<ImagesSettings, string?> choose, string revision) =>
        (Revisions.GetValueOrDefault(revision)?.Images is { } own ? choose(own) : null) ?? (Images is { } all ? choose(all) : null);

    internal bool IsProduction => Profile == IstioProfiles.Production;

    /// <summary>Every gateway, with where it stands in the settings.</summary>
    internal IEnumerable<(string Path, GatewayInstallSettings Gateway)> AllGateways
    {
        get
        {
            var gateways = new (string Path, GatewayInstallSettings? Gateway)[]
            {
                ("ingress", Ingress),
                ("egress", Egress),
                ("eastWest", EastWest),
            };
            return gateways
                .Where(g => g.Gateway is not null)
                .Select(g => (g.Path, g.Gateway!))
                .Concat(Ingresses.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => ("ingresses." + i.Key, i.Value)));
        }
    }

    /// <summary>The control planes and tags that are asked for.</summary>
    public RevisionSet RevisionSet =>
        Revisions.Count == 0
            ? new()
            {
                Versions = new Dictionary<string, string> { [Revision ?? RevisionSet.Default] = Version },
                Tags = Tags,
                Reference = Revision ?? RevisionSet.Default,
            }
            : new()
            {
                Versions = Revisions.ToDictionary(r => r.Key, r => r.Value.Version, StringComparer.Ordinal),
                Tags = Tags,
                Reference = Revision ?? (Revisions.Count == 1 ? Revisions.Keys.Single() : RevisionSet.Default),
            };
}
