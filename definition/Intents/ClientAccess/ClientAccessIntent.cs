using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A caller, or several alike, and what they may ask for.</summary>
public sealed record ClientAccessIntent
{
    /// <summary>The service that is called.</summary>
    [Key("name of an InboundService", Required = true, IsReference = true)]
    public required InboundServiceIntent Service { get; init; }

    /// <summary>The caller's cluster; null for external clients, which have none.</summary>
    [Key(
        "cluster where the caller is",
        Name = "cluster",
        Default = "it, `clusters` or `groups` is required but for `external`",
        IsReference = true
    )]
    public ControlPlaneModel? ControlPlane { get; init; }

    /// <summary>The callers' clusters, where they are in several: every combination with namespaces and service accounts is a
    /// caller.</summary>
    [Key(
        "clusters where callers are, in place of `cluster`; `all` is every cluster of the mesh",
        Name = "clusters",
        Default = "none: the one of `cluster`",
        IsReference = true,
        Every = NamedClusters.Every
    )]
    public IReadOnlyList<ControlPlaneModel> ControlPlanes { get; init; } = [];

    /// <summary>Name that this access had before: what it made is kept, and not made a second time.</summary>
    /// <value>Defaults to none: it was not renamed.</value>
    [Key("`name` that it had before: what is in the stack under that name is kept", Default = "none")]
    public string? RenamedFrom { get; init; }

    /// <summary>What the caller is: <c>istio</c> (a workload with a sidecar), <c>k8s</c> (one without) or <c>external</c> (outside the
    /// mesh).</summary>
    /// <value>Defaults to istio.</value>
    [Key(
        "what the caller is: `istio` a workload with a sidecar, `k8s` one without, in the service's cluster, `external` a client "
            + "outside the mesh",
        AllowedBy = typeof(ClientTypes),
        Is = "a type of client"
    )]
    public string Type { get; init; } = ClientTypes.Istio;

    /// <summary>Namespace of the caller.</summary>
    [Key(
        "namespace where the caller is; it tells no callers of type `k8s` apart",
        Default = "it, `namespaces` or `groups` is required but for `external`",
        Label = 63
    )]
    public string? Namespace { get; init; }

    /// <summary>Namespaces of the callers, where they are in several.</summary>
    [Key("namespaces where callers are, in place of `namespace`", Default = "none: the one of `namespace`")]
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>Service account of the caller.</summary>
    /// <value>Defaults to every workload of the namespace.</value>
    [Key("service account of the caller", Default = "every workload of the namespace")]
    public string? ServiceAccount { get; init; }

    /// <summary>Service accounts of the callers, where they have several.</summary>
    [Key("service accounts of callers, in place of `serviceAccount`", Default = "none: the one of `serviceAccount`")]
    public IReadOnlyList<string> ServiceAccounts { get; init; } = [];

    /// <summary>Callers that are named elsewhere, alone or besides those that are named here.</summary>
    [Key(
        "names of CallerGroups whose callers are let in, alone or besides those that are named here; for type `istio`",
        Name = "groups",
        Default = "none",
        IsReference = true
    )]
    internal IReadOnlyList<CallerSettings> Callers { get; init; } = [];

    /// <summary>Addresses that the caller comes from, for callers without an identity: CIDR blocks or single IP addresses.</summary>
    [Key(
        "addresses of the caller, CIDR blocks or single ones: required for `k8s`, where they are all that tells callers apart; "
            + "possible for `external` on HTTP, HTTP2 and GRPC",
        Default = "any"
    )]
    public IReadOnlyList<string> Cidrs { get; init; } = [];

    /// <summary>Whether the caller may name single instances of a headless service of another cluster.</summary>
    /// <value>Defaults to whether the service is headless.</value>
    [Key("whether the caller may name single instances", Default = "whether the service is headless")]
    public bool? Headless { get; init; }

    /// <summary>The last day on which the callers need it, as YYYY-MM-DD; nothing is taken from them on the day after, but reports that are
    /// told the day say so.</summary>
    /// <value>Defaults to none: it does not expire.</value>
    [Key(
        "last day on which it is needed, `YYYY-MM-DD`: commands with `--today` say which accesses have expired",
        Default = "none",
        IsDate = true
    )]
    public string? Until { get; init; }

    /// <summary>Where that stands, if it is in a file.</summary>
    internal SourceLocation? UntilAt { get; init; }

    /// <summary>Requests that are allowed; a request needs to match one of them. Required for HTTP, not allowed for TCP and TLS.</summary>
    [Key(
        "what the caller may ask for; a request needs to match one of them",
        Default = "required for HTTP, HTTP2 and GRPC; not allowed for TCP and TLS"
    )]
    public IReadOnlyList<AccessRule> Access { get; init; } = [];

    /// <summary>What is asked for and cannot be had.</summary>
    public IEnumerable<ArgsProblem> Problems() => ClientAccessRules.Check(this);

    /// <summary>The callers that are named here, without those of groups.</summary>
    internal CallerSettings Own =>
        new()
        {
            ControlPlane = ControlPlane,
            ControlPlanes = ControlPlanes,
            Namespace = Namespace,
            Namespaces = Namespaces,
            ServiceAccount = ServiceAccount,
            ServiceAccounts = ServiceAccounts,
        };

    /// <summary>Whether callers are named here, or have to be.</summary>
    internal bool NamesCallers => Callers.Count == 0 || !Own.IsEmpty;

    /// <summary>The callers, as they are named.</summary>
    internal IEnumerable<NamedMember> Members =>
        Callers.Where(callers => !callers.IsEmpty).Concat(NamesCallers ? [Own] : []).SelectMany(callers => callers.Members);

    /// <summary>The access of each caller by itself: what is said of one caller is said of one of these.</summary>
    internal IReadOnlyList<ClientAccessIntent> Each =>
        Service is not { IsMulticluster: true } ? ToEach : [.. ToEach.SelectMany(one => one.Places)];

    /// <summary>The access of each caller to the service, in however many clusters that is.</summary>
    internal IReadOnlyList<ClientAccessIntent> ToEach =>
        Callers.Count == 0 && !Own.HasLists
            ? [this]
            :
            [
                .. Members
                    .DistinctBy(one => (one.ControlPlane.Value?.Cluster.Name, one.Namespace.Value, one.ServiceAccount.Value))
                    .Select(Of),
            ];

    /// <summary>The access to what each cluster of the service serves; who has no sidecar reaches that of its own cluster.</summary>
    internal IEnumerable<ClientAccessIntent> Places =>
        Service
            .Places.Select(place => this with { Service = place })
            .Where(one => !Service.IsMulticluster || Type != ClientTypes.Kubernetes || !one.IsRemote);

    /// <summary>The access of one of the callers.</summary>
    internal ClientAccessIntent Of(NamedMember caller) =>
        this with
        {
            ControlPlane = caller.ControlPlane.Value,
            ControlPlanes = [],
            Namespace = caller.Namespace.Value,
            Namespaces = [],
            ServiceAccount = caller.ServiceAccount.Value,
            ServiceAccounts = [],
            Callers = [],
        };

    /// <summary>The same access, with the callers' clusters as they are given.</summary>
    internal ClientAccessIntent In(Func<ControlPlaneModel, ControlPlaneModel> cluster) =>
        this with
        {
            ControlPlane = ControlPlane is null ? null : cluster(ControlPlane),
            ControlPlanes = [.. ControlPlanes.Select(cluster)],
            Callers = [.. Callers.Select(callers => callers.In(cluster))],
        };

    /// <summary>Whether the caller is in another cluster than the Service.</summary>
    public bool IsRemote => ControlPlane is { } controlPlane && controlPlane.Cluster.Name != Service.ControlPlane.Cluster.Name;

    /// <summary>Whether the caller sees the service under a host of its own, as an import, because its cluster does not find it by
    /// itself.</summary>
    public bool UsesImport =>
        (IsRemote || (Service.IsMulticluster && ControlPlane is not null)) && !Service.IsFoundBy(ControlPlane!) && Imports;

    /// <summary>Whether the caller's cluster has to be told anything: of the service, or of how to call it.</summary>
    public bool NeedsImport =>
        UsesImport || (IsRemote && Service.Places.All(place => ControlPlane!.ConfigCluster != place.ControlPlane.ConfigCluster) && Imports);

    // Who has no sidecar calls what its own cluster serves, by the service's own name.
    private bool Imports => Type != ClientTypes.Kubernetes || !Service.IsMulticluster;

    /// <summary>Host that the caller uses.</summary>
    public string Host =>
        Type == ClientTypes.External ? (Service.ExternalName ?? Service.LedToAs)!
        : UsesImport ? Service.ImportedHost
        : Service.Host;

    /// <summary>Port that the caller uses to get to a port of the service.</summary>
    internal int PortFor(ServicePort port) =>
        Type == ClientTypes.External ? GatewayModel.HttpsPort
        : UsesImport ? port.ImportedPort
        : port.Number;

    /// <summary>The port that a rule is for; null where it names none that is there.</summary>
    internal ServicePort? PortOf(AccessRule rule) =>
        rule.Port is { } name ? Service.PortOf(name)
        : Service.Ports.Count == 0 ? Service.ServedPorts[0]
        : Type == ClientTypes.External ? Service.PortForOutside
        : null;

    /// <summary>The ports of the service that the caller may use.</summary>
    internal IEnumerable<ServicePort> Ports =>
        Service.Ports.Count == 0 ? Service.ServedPorts : Access.Select(PortOf).OfType<ServicePort>().Distinct();

    /// <summary>Whether the east-west gateway of the service's cluster is between them.</summary>
    public bool PassesEastWest => IsRemote && (UsesImport || ControlPlane!.Cluster.Network != Service.ControlPlane.Cluster.Network);
}
