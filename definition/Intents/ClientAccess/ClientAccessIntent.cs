namespace MeshStack.Definition;

/// <summary>One caller, and what it may ask for.</summary>
public sealed record ClientAccessIntent
{
    /// <summary>The service that is called.</summary>
    public required InboundServiceIntent Service { get; init; }

    /// <summary>The caller's cluster; null for external clients, which have none.</summary>
    public ControlPlaneModel? ControlPlane { get; init; }

    /// <summary>What the caller is: <c>istio</c> (a workload with a sidecar), <c>k8s</c> (one without) or <c>external</c> (outside the mesh).</summary>
    /// <value>Defaults to istio.</value>
    public string Type { get; init; } = ClientTypes.Istio;

    /// <summary>Namespace of the caller.</summary>
    public string? Namespace { get; init; }

    /// <summary>Service account of the caller.</summary>
    /// <value>Defaults to every workload of the namespace.</value>
    public string? ServiceAccount { get; init; }

    /// <summary>Addresses that the caller comes from, for callers without an identity: CIDR blocks or single IP addresses.</summary>
    public IReadOnlyList<string> Cidrs { get; init; } = [];

    /// <summary>Whether the caller may name single instances of a headless service of another cluster.</summary>
    /// <value>Defaults to whether the service is headless.</value>
    public bool? Headless { get; init; }

    /// <summary>Requests that are allowed; a request needs to match one of them. Required for HTTP, not allowed for TCP and TLS.</summary>
    public IReadOnlyList<AccessRule> Access { get; init; } = [];

    /// <summary>What is asked for and cannot be had.</summary>
    public IEnumerable<ArgsProblem> Problems() => ClientAccessRules.Check(this);

    /// <summary>Whether the caller is in another cluster than the Service.</summary>
    public bool IsRemote => ControlPlane is { } plane && plane.Cluster.Name != Service.ControlPlane.Cluster.Name;

    /// <summary>Whether the caller sees the service under a host of its own, as an import, because its cluster does not find it by itself.</summary>
    public bool UsesImport
        => IsRemote && !(Service.Sidecar && ControlPlane!.FindsServicesOf(Service.ControlPlane));

    /// <summary>Whether the caller's cluster has to be told anything: of the service, or of how to call it.</summary>
    public bool NeedsImport
        => UsesImport || (IsRemote && ControlPlane!.ConfigCluster != Service.ControlPlane.ConfigCluster);

    /// <summary>Host that the caller uses.</summary>
    public string Host
        => Type == ClientTypes.External ? Service.ExternalName! : UsesImport ? Service.ImportedHost : Service.Host;

    /// <summary>Port that the caller uses.</summary>
    public int Port
        => Type == ClientTypes.External ? GatewayModel.HttpsPort : UsesImport ? Service.PortForOthers : Service.Port;

    /// <summary>Whether the east-west gateway of the service's cluster is between them.</summary>
    public bool PassesEastWest
        => IsRemote && (UsesImport || ControlPlane!.Cluster.Network != Service.ControlPlane.Cluster.Network);
}
