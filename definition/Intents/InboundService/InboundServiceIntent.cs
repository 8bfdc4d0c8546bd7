using MeshStack.Definition.Intents;
using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A service that callers may be let in to.</summary>
public sealed record InboundServiceIntent
{
    /// <summary>The cluster that serves it; where several do, the first of them.</summary>
    [Key("cluster where it is", Name = "cluster", Default = "it or `clusters` is required", IsReference = true)]
    public required ControlPlaneModel ControlPlane { get; init; }

    /// <summary>The clusters that serve it, where several do: one service, under one name for all callers.</summary>
    [Key(
        "clusters where it is, in place of `cluster`: one service, under one name for all callers; `all` is every cluster of the mesh. The "
            + "first is the one that it was in before it came to several",
        Name = "clusters",
        Default = "none: the one of `cluster`",
        IsReference = true,
        Every = NamedClusters.Every
    )]
    public IReadOnlyList<ControlPlaneModel> ControlPlanes { get; init; } = [];

    /// <summary>Host for the callers of every cluster, where it is in several that do not find each other's services.</summary>
    /// <value>Defaults to <c>SERVICE.NAMESPACE.mesh.internal</c>.</value>
    [Key(
        "host for callers of every cluster, where it is in `clusters` that do not find each other's services",
        Default = "`SERVICE.NAMESPACE.mesh.internal`"
    )]
    public string? MeshHost { get; init; }

    /// <summary>Clusters that take over when the caller's own fails, one after the other.</summary>
    /// <value>Defaults to all others alike.</value>
    [Key(
        "which of `clusters` take over when the caller's own fails, one after the other; those that are not named come last",
        Default = "all others alike"
    )]
    public IReadOnlyList<string> Failover { get; init; } = [];

    /// <summary>Shares of calls by cluster, in percent, whatever cluster the caller is in.</summary>
    /// <value>Defaults to none: the caller's own cluster answers, and others when it fails.</value>
    [Key(
        "share of calls that goes to each of `clusters`, in percent, wherever the caller is; in place of `failover`",
        Default = "none: the caller's own cluster answers, and others when it fails"
    )]
    public IReadOnlyList<ClusterShareSettings> Distribute { get; init; } = [];

    /// <summary>Namespace of the service.</summary>
    [Key("namespace where it is", Required = true, Label = 63)]
    public required string Namespace { get; init; }

    /// <summary>Name of the Kubernetes Service.</summary>
    [Key("name of the Kubernetes Service", Default = "`name`", Label = 63)]
    public required string Service { get; init; }

    /// <summary>Name that this service had before: what it made is kept, and not made a second time.</summary>
    /// <value>Defaults to none: it was not renamed.</value>
    [Key("`name` that it had before: what is in the stack under that name is kept", Default = "none")]
    public string? RenamedFrom { get; init; }

    /// <summary>Protocol of the port: <c>HTTP</c>, <c>HTTP2</c>, <c>GRPC</c>, <c>TCP</c> or <c>TLS</c>.</summary>
    /// <value>Defaults to HTTP.</value>
    [Key("protocol of the port", AllowedBy = typeof(ServiceProtocols), Is = "a protocol")]
    public string Protocol { get; init; } = ServiceProtocols.Http;

    /// <summary>Port of the Kubernetes Service, where callers need one only.</summary>
    [Key("port of the Service", Default = "it or `ports` is required", Min = 1, Max = 65535, Is = "a port")]
    public int? Port { get; init; }

    /// <summary>Port that the workload listens on; with it, policies open this port of the workload and no other.</summary>
    /// <value>Defaults to <see cref="Port"/> with <see cref="Headless"/>, else to unknown: a caller that is let in reaches every port of
    /// the workload.</value>
    [Key(
        "port of the workload; policies then open this one only",
        Default = "`port` with `headless`; else unknown: an access opens every port of the workload",
        Min = 1,
        Max = 65535,
        Is = "a port"
    )]
    public int? TargetPort { get; init; }

    /// <summary>Port under which callers of other clusters see the service.</summary>
    /// <value>Defaults to <see cref="Port"/>.</value>
    [Key("port for callers of other clusters", Default = "`port`", Min = 1, Max = 65535, Is = "a port")]
    public int? ExposedPort { get; init; }

    /// <summary>Ports of the Kubernetes Service, where callers need several.</summary>
    [Key(
        "ports of the Service where it has several, in place of `port`, `targetPort`, `exposedPort` and `protocol`; accesses name the one "
            + "that they are for",
        Default = "none: the one of `port`"
    )]
    public IReadOnlyList<InboundServicePortSettings> Ports { get; init; } = [];

    /// <summary>Labels that select the service's workload.</summary>
    /// <value>Defaults to <c>app: SERVICE</c>.</value>
    [Key("labels that select the workload", Default = "`app: SERVICE`")]
    public IReadOnlyDictionary<string, string>? WorkloadLabels { get; init; }

    /// <summary>Service account of the workload; with it, callers of other clusters verify whom they reach.</summary>
    /// <value>Defaults to unknown: any workload below the shared root passes for the service.</value>
    [Key("service account of the workload; callers of other clusters then verify whom they reach", Default = "unknown")]
    public string? ServiceAccount { get; init; }

    /// <summary>Whether the workload accepts mTLS only (<c>STRICT</c>) or plaintext too (<c>PERMISSIVE</c>).</summary>
    /// <value>Defaults to STRICT.</value>
    [Key(
        "whether the workload accepts mTLS only, or plaintext too",
        Default = "`STRICT`",
        Allowed = ["STRICT", "PERMISSIVE"],
        Is = "a mode",
        Mistaken = ["MUTUAL is STRICT", "SIMPLE is PERMISSIVE"]
    )]
    public string? MutualTls { get; init; }

    /// <summary>Whether the workload has a sidecar.</summary>
    /// <value>Defaults to true. Without one the east-west gateway ends mTLS and decides who may call.</value>
    [Key(
        "`false` where the workload has none: the east-west gateway then ends mTLS and decides who may call; not possible then are "
            + "callers of its own cluster (nothing could keep the others out), `externalName`, `loadBalancing`, `connectionPool`, "
            + "`outlierDetection`, `serviceAccount`, `headless`"
    )]
    public bool Sidecar { get; init; } = true;

    /// <summary>Whether the Service is headless, so that callers name its instances.</summary>
    /// <value>Defaults to false.</value>
    [Key(
        "whether callers name instances: each of the pods STATEFULSET-0 to STATEFULSET-(N-1) gets the Service SERVICE-0 to "
            + "SERVICE-(N-1) and an import of that name"
    )]
    public bool Headless { get; init; }

    /// <summary>Number of instances of a headless service, 0 to N-1.</summary>
    [Key("number of those pods", Default = "required with `headless`", Min = 1, Max = InboundServiceRules.MostInstances)]
    public int? Instances { get; init; }

    /// <summary>StatefulSet behind a headless service; its pods are NAME-0 to NAME-(N-1).</summary>
    /// <value>Defaults to <see cref="Service"/>.</value>
    [Key("StatefulSet behind a headless service", Default = "`service`", Label = 63)]
    public string? StatefulSet { get; init; }

    /// <summary>Host under which clients outside the mesh reach the service through the ingress gateway.</summary>
    /// <value>Defaults to none: not reachable from outside the mesh.</value>
    [Key(
        "host for clients outside the mesh, or all hosts below one, such as `*.shop.example.com`; not with `protocol: TLS`",
        Default = "none: closed to the outside"
    )]
    public string? ExternalName { get; init; }

    /// <summary>Paths of <see cref="ExternalName"/> that lead to the service, where others share the host: exact, or
    /// <c>/prefix*</c>.</summary>
    /// <value>Defaults to all that no other service has.</value>
    [Key(
        "paths of `externalName` that lead to the service, exact or `/prefix*`, where several services share the host: one of them has the "
            + "certificate, and the others have paths",
        Default = "all that no other service has"
    )]
    public IReadOnlyList<string> ExternalPaths { get; init; } = [];

    /// <summary>Whether plain HTTP is answered with a redirect to HTTPS.</summary>
    /// <value>Defaults to false: plain HTTP is not answered.</value>
    [Key("whether plain HTTP, on port 80 of the ingress gateway, is answered with a redirect to HTTPS")]
    public bool HttpRedirect { get; init; }

    /// <summary>Name of the port that <see cref="ExternalName"/> leads to.</summary>
    /// <value>Defaults to the first of <see cref="Ports"/>.</value>
    [Key("name of the port that `externalName` leads to, where there are `ports`", Default = "the first of them")]
    public string? ExternalPort { get; init; }

    /// <summary>TLS of the ingress gateway: <c>SIMPLE</c>, or <c>MUTUAL</c> to demand a client certificate.</summary>
    /// <value>Defaults to SIMPLE.</value>
    [Key(
        "TLS for those clients; `MUTUAL` demands a certificate of theirs",
        Default = "`SIMPLE`",
        Allowed = ["SIMPLE", "MUTUAL"],
        Is = "a mode"
    )]
    public string? ExternalTls { get; init; }

    /// <summary>Certificate and key for <see cref="ExternalName"/>.</summary>
    [Key(
        "what the ingress gateway shows to those clients",
        Default = "it, `credentialName` or `certificateIssuer` is required with `externalName`"
    )]
    public ServiceCertificatesSettings? Certificates { get; init; }

    /// <summary>An existing secret of the ingress gateway's namespace, in place of <see cref="Certificates"/>.</summary>
    [Key("a secret that is there already, in `istio-ingress`, in place of `certificates`", Default = "none")]
    public string? CredentialName { get; init; }

    /// <summary>An issuer of cert-manager that makes the certificate, in place of <see cref="Certificates"/>.</summary>
    [Key(
        "an issuer of cert-manager, which has to be in the cluster: a Certificate is made in `istio-ingress`, in place of `certificates`",
        Default = "none"
    )]
    public CertificateIssuerSettings? CertificateIssuer { get; init; }

    /// <summary>How calls spread over the instances.</summary>
    /// <value>Defaults to Istio's LEAST_REQUEST.</value>
    [Key("how calls spread over the instances: `simple` or `consistentHash`", Default = "Istio's, `LEAST_REQUEST`")]
    internal LoadBalancerSettings? LoadBalancing { get; init; }

    /// <summary>Limits of connections and requests.</summary>
    /// <value>Defaults to Istio's, which are none to speak of.</value>
    [Key("limits of connections and requests: `tcp`, `http` or both", Default = "Istio's, which are none to speak of")]
    internal ConnectionPoolSettings? ConnectionPool { get; init; }

    /// <summary>When a failing instance is taken out of the pool.</summary>
    /// <value>Defaults to never.</value>
    [Key("when a failing instance is taken out", Default = "never")]
    internal OutlierDetection? OutlierDetection { get; init; }

    /// <summary>How calls to it are routed.</summary>
    /// <value>Defaults to Istio's: each call goes to any instance.</value>
    public ServiceRouteIntent? Route { get; init; }

    /// <summary>Host for clients outside the mesh from which another service's route leads here; null for none.</summary>
    internal string? LedToAs { get; init; }

    /// <summary>Services that have paths of its <see cref="ExternalName"/>.</summary>
    internal IReadOnlyList<InboundServiceIntent> Sharing { get; init; } = [];

    /// <summary>The service of which this is what one of several clusters serves; null where it is a whole.</summary>
    internal InboundServiceIntent? Whole { get; init; }

    /// <summary>Whether several clusters may serve it.</summary>
    internal bool IsMulticluster => (Whole ?? this).ControlPlanes.Count > 0;

    /// <summary>What each of its clusters serves, as a service of that cluster alone.</summary>
    internal IReadOnlyList<InboundServiceIntent> Places =>
        Whole is { } whole ? whole.Places
        : ControlPlanes.Count == 0 ? [this]
        : [.. ControlPlanes.DistinctBy(one => one.Cluster.Name).Select(At)];

    /// <summary>What one of its clusters serves.</summary>
    internal InboundServiceIntent At(ControlPlaneModel cluster) =>
        this with
        {
            ControlPlane = cluster,
            ControlPlanes = [],
            Whole = this,
            Route = Route is { } route ? route with { Service = null } : null,
        };

    /// <summary>The same service, with its clusters as they are given.</summary>
    internal InboundServiceIntent In(Func<ControlPlaneModel, ControlPlaneModel> cluster) =>
        this with
        {
            ControlPlane = cluster(ControlPlane),
            ControlPlanes = [.. ControlPlanes.Select(cluster)],
        };

    /// <summary>Whether callers of a cluster find every instance of it by the service's own name.</summary>
    internal bool IsFoundBy(ControlPlaneModel client) =>
        Sidecar && Places.All(place => client.Cluster.Name == place.ControlPlane.Cluster.Name || client.Discovers(place.ControlPlane));

    /// <summary>Whether it says how the ingress gateway proves who it is: of a host that several share, one does.</summary>
    internal bool HasCertificate => Certificates is not null || CredentialName is not null || CertificateIssuer is not null;

    /// <summary>The callers of other stacks of the platform that the owner lets in, if these ask for it.</summary>
    [Key("callers of other stacks of the platform that are let in where these ask for it by a ClientAccess", Default = "none")]
    internal IReadOnlyList<AcceptedCallers> Accepts { get; init; } = [];

    /// <summary>What is asked for and cannot be had.</summary>
    public IEnumerable<ArgsProblem> Problems() => InboundServiceRules.Check(this);

    /// <summary>Whether the proxies see requests of all ports, or only bytes.</summary>
    public bool IsHttp => ServedPorts.All(p => p.IsHttp);

    /// <summary>Its ports, one or several.</summary>
    internal IReadOnlyList<ServicePort> ServedPorts => Ports.Count > 0 ? [.. Ports.Select(ServicePort.OneOf)] : [ServicePort.Only(this)];

    /// <summary>The port that clients outside the mesh reach.</summary>
    internal ServicePort PortForOutside => (ExternalPort is { } name ? PortOf(name) : null) ?? ServedPorts[0];

    /// <summary>The port of a name; null where there is none.</summary>
    internal ServicePort? PortOf(string name) => ServedPorts.FirstOrDefault(p => p.Name == name);

    /// <summary>Labels that select the workload.</summary>
    public IReadOnlyDictionary<string, string> Selector => WorkloadLabels ?? new Dictionary<string, string> { ["app"] = Service };

    /// <summary>Host of the Service in its own cluster.</summary>
    public string Host => HostOf(Service, ServiceDns.Domain);

    /// <summary>Host of the service in every other cluster; where it is in several clusters that do not find each other's services, in all
    /// of them.</summary>
    public string ImportedHost =>
        IsMulticluster ? MeshHost ?? HostOf(Service, ServiceDns.MeshDomain) : HostOf(Service, ControlPlane.Cluster.Domain);

    /// <summary>Services of the single instances of a headless service.</summary>
    public IEnumerable<string> InstanceServices =>
        Headless
            ? Enumerable
                .Range(0, Math.Clamp(Instances ?? 0, 0, InboundServiceRules.MostInstances))
                .Select(i => FormattableString.Invariant($"{Service}-{i}"))
            : [];

    /// <summary>The hosts under which the service is asked for.</summary>
    internal IEnumerable<string> Hosts
    {
        get
        {
            foreach (var service in InstanceServices.Prepend(Service))
            {
                yield return HostOf(service, ServiceDns.Domain);
                yield return service == Service ? ImportedHost : HostOf(service, ControlPlane.Cluster.Domain);
            }

            if (ExternalName is { } external)
            {
                yield return external;
            }
        }
    }

    /// <summary>Whether it is asked for under one of the hosts.</summary>
    internal bool IsAskedForBy(IReadOnlySet<string> hosts) => Hosts.Any(host => AskedHosts.Has(hosts, host));

    /// <summary>A host for clients outside the mesh that one of them may ask for.</summary>
    internal string? ExternalHost => ExternalName is ['*', .. var below] ? "any" + below : ExternalName;

    internal string HostOf(string service, string domain) => $"{service}.{Namespace}.{domain}";
}
