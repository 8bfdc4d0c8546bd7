using Pulumi;

namespace MeshStack;

/// <summary>One cluster's control plane and gateways.</summary>
public sealed class IstioInstallArgs : ResourceArgs
{
    /// <summary>The cluster to install into; required, but for a member of a <see cref="Mesh"/>, which makes it.</summary>
    public MeshCluster Cluster { get; set; } = null!;

    /// <summary>Id of the mesh that the cluster is a part of; required, but for a member of a <see cref="Mesh"/>, which has one.</summary>
    [Input("meshId")]
    public string? MeshId { get; set; }

    /// <summary>The Istio that is there already: nothing is installed or upgraded, and nothing else may be given here.</summary>
    /// <value>Defaults to none: Istio is installed.</value>
    [Input("existing")]
    public ExistingIstioArgs? Existing { get; set; }

    /// <summary>Version of Istio and of its charts.</summary>
    /// <value>Defaults to 1.31.4. With <see cref="Revisions"/> each of them has its own.</value>
    [Input("version")]
    public string Version { get; set; } = IstioVersion.Default;

    /// <summary>What to begin with.</summary>
    /// <value>Defaults to default. Options that are given win over the profile's.</value>
    /// <remarks>minimal has no gateways; production keeps three replicas of istiod and of each gateway, spread, with budgets, and logs
    /// accesses.</remarks>
    [Input("profile")]
    public IstioProfile Profile { get; set; } = IstioProfile.Default;

    /// <summary>Where the proxies run.</summary>
    /// <value>Defaults to ambient with profile ambient, else to sidecar.</value>
    [Input("dataPlane")]
    public DataPlane? DataPlane { get; set; }

    /// <summary>Whether the node agent <c>cni</c> redirects traffic, so that pods need no privileged init container.</summary>
    /// <value>Defaults to true for ambient and on OpenShift, which need it, and else to false.</value>
    [Input("cni")]
    public bool? Cni { get; set; }

    /// <summary>Platform of the nodes.</summary>
    /// <value>Defaults to none, which is right for all others.</value>
    [Input("platform")]
    public Platform? Platform { get; set; }

    /// <summary>Waypoints of ambient namespaces; they need the CRDs of the Gateway API.</summary>
    [Input("waypoints")]
    public List<WaypointArgs> Waypoints { get; set; } = [];

    /// <summary>Version of the Gateway API whose standard CRDs are installed, for example <c>1.5.0</c>; Istio 1.30 wants 1.5, and 1.31
    /// wants 1.6.</summary>
    /// <value>Defaults to none: many platforms bring them, and two owners of one CRD fight.</value>
    /// <remarks>Fetched by the provider while it applies, from https://github.com/kubernetes-sigs/gateway-api/releases.</remarks>
    [Input("gatewayApiVersion")]
    public string? GatewayApiVersion { get; set; }

    /// <summary>Revision of the control plane, for example <c>1-31-4</c>; namespaces choose it by the label <c>istio.io/rev</c>.</summary>
    /// <value>Defaults to none: namespaces use <c>istio-injection: enabled</c>.</value>
    /// <remarks>With <see cref="Revisions"/>, the revision or tag among them that gateways and waypoints use.</remarks>
    [Input("revision")]
    public string? Revision { get; set; }

    /// <summary>Several control planes side by side, by revision; <c>default</c> is the one without a revision.</summary>
    /// <value>Defaults to one, of <see cref="Version"/> and <see cref="Revision"/>. At most one minor version apart.</value>
    [Input("revisions")]
    public Dictionary<string, RevisionArgs> Revisions { get; set; } = [];

    /// <summary>Names that stand for revisions and can move from one to another; <c>default</c> serves <c>istio-injection:
    /// enabled</c>.</summary>
    [Input("tags")]
    public Dictionary<string, string> Tags { get; set; } = [];

    /// <summary>What a sidecar does with a host that the mesh does not know.</summary>
    /// <value>Defaults to ALLOW_ANY.</value>
    [Input("outboundTrafficPolicy")]
    public OutboundTrafficPolicy OutboundTrafficPolicy { get; set; } = OutboundTrafficPolicy.AllowAny;

    /// <summary>Whether sidecars answer DNS, without which imported hosts do not resolve.</summary>
    /// <value>Defaults to true.</value>
    [Input("dnsCapture")]
    public bool DnsCapture { get; set; } = true;

    /// <summary>File that proxies write their access log to, for example <c>/dev/stdout</c>.</summary>
    /// <value>Defaults to none, or to /dev/stdout with profile production.</value>
    [Input("accessLogFile")]
    public string? AccessLogFile { get; set; }

    /// <summary>Format of the access log, in Envoy's command operators; a text format ends with a line break of its own.</summary>
    /// <value>Defaults to Istio's, or with profile production to time, request, status, bytes and durations in one line.</value>
    [Input("accessLogFormat")]
    public string? AccessLogFormat { get; set; }

    /// <summary>Encoding of the access log.</summary>
    /// <value>Defaults to TEXT.</value>
    [Input("accessLogEncoding")]
    public AccessLogEncoding? AccessLogEncoding { get; set; }

    /// <summary>Whether proxies make trace spans; where to is said by meshConfig.extensionProviders or a Telemetry.</summary>
    /// <value>Defaults to Istio's.</value>
    [Input("enableTracing")]
    public bool? EnableTracing { get; set; }

    /// <summary>Share of requests that are traced, in percent, 0-100.</summary>
    /// <value>Defaults to the chart's 1.</value>
    [Input("traceSampling")]
    public double? TraceSampling { get; set; }

    /// <summary>Mesh configuration that no option names, merged over what the options say. Unknown keys are errors: Istio would drop them
    /// without a word.</summary>
    /// <remarks>https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/</remarks>
    [Input("meshConfig")]
    public Dictionary<string, object> MeshConfig { get; set; } = [];

    /// <summary>Values of the charts that no option names.</summary>
    [Input("values")]
    public ChartValuesArgs? Values { get; set; }

    /// <summary>Certificate of the root that all clusters share, PEM: with it, workloads of <see cref="PeerTrustDomains"/> can be
    /// validated.</summary>
    [Input("rootCertificate")]
    public Input<string>? RootCertificate { get; set; }

    /// <summary>Trust domains of the other clusters. They are validated against the root; their identities stay their own.</summary>
    [Input("peerTrustDomains")]
    public List<string> PeerTrustDomains { get; set; } = [];

    /// <summary>Trust domains that mean the same as the cluster's own: a service account of one passes for the same of the
    /// others.</summary>
    /// <value>Defaults to none.</value>
    [Input("trustDomainAliases")]
    public List<string> TrustDomainAliases { get; set; } = [];

    /// <summary>The cluster's intermediate CA.</summary>
    /// <value>Defaults to none: istiod uses the <c>cacerts</c> that are there, or signs itself, and then no other cluster trusts
    /// it.</value>
    [Input("caCertificates")]
    public CaCertificatesArgs? CaCertificates { get; set; }

    /// <summary>Replicas and resources of istiod.</summary>
    [Input("istiod")]
    public ScalingArgs? Istiod { get; set; }

    /// <summary>Gateway for clients outside the mesh.</summary>
    /// <value>Defaults to none.</value>
    [Input("ingress")]
    public GatewayInstallArgs? Ingress { get; set; }

    /// <summary>Further gateways for clients outside the mesh, by name: NAME is the release istio-NAME in a namespace of that name, with
    /// the label <c>istio: NAME</c>.</summary>
    [Input("ingresses")]
    public Dictionary<string, GatewayInstallArgs> Ingresses { get; set; } = [];

    /// <summary>Gateway through which workloads leave the mesh.</summary>
    /// <value>Defaults to none.</value>
    [Input("egress")]
    public EgressInstallArgs? Egress { get; set; }

    /// <summary>Gateway for the mesh's other clusters.</summary>
    /// <value>Defaults to none.</value>
    [Input("eastWest")]
    public GatewayInstallArgs? EastWest { get; set; }

    /// <summary>Repository of the charts: an address of <c>https</c>, or <c>oci://REGISTRY/PATH</c>.</summary>
    /// <value>Defaults to https://blob.istio.io/istio-release/charts; Istio has them at oci://ghcr.io/istio/release/charts too.</value>
    /// <remarks>https://istio.io/latest/blog/2026/retirement-of-gcp/. Where they come from is no reason for a release to be
    /// replaced.</remarks>
    [Input("repository")]
    public string Repository { get; set; } = IstioInstallSettings.ChartRepository;

    /// <summary>Registry and path of Istio's images, for example that of a mirror.</summary>
    /// <value>Defaults to docker.io/istio.</value>
    [Input("hub")]
    public string Hub { get; set; } = IstioInstallSettings.ImageHub;

    /// <summary>Images by full reference, for example by digest; they win over <see cref="Hub"/>.</summary>
    /// <value>Defaults to none. With <see cref="Revisions"/> of several versions each of them has its own.</value>
    [Input("images")]
    public ImagesArgs? Images { get; set; }

    /// <summary>Names of the secrets by which images are pulled: they have to be in the namespaces of istiod, of the gateways, and of all
    /// injected workloads.</summary>
    /// <value>Defaults to none.</value>
    [Input("imagePullSecrets")]
    public List<string> ImagePullSecrets { get; set; } = [];

    /// <summary>Seconds that a release may take to become ready.</summary>
    /// <value>Defaults to 600.</value>
    [Input("timeout")]
    public int Timeout { get; set; } = 600;
}
