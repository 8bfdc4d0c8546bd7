namespace MeshStack.Analysis.Access;

/// <summary>One cluster as the evaluation sees it, indexed once.</summary>
internal sealed class ClusterSnapshot
{
    private readonly ILookup<string, Workload> _workloads;
    private readonly ILookup<string, MeshService> _servicesByNamespace;

    public ClusterSnapshot(string name, MeshConfiguration mesh, ClusterObjects objects, IReadOnlyList<Workload> workloads, IReadOnlyList<MeshService> services,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> namespaces)
    {
        Name = name;
        Mesh = mesh;
        Objects = objects;
        Workloads = workloads;
        Namespaces = namespaces;
        _workloads = workloads.ToLookup(workload => workload.Namespace, StringComparer.Ordinal);
        Services = services.Where(service => service.IsKubernetes).DistinctBy(service => service.Host).ToDictionary(service => service.Host, StringComparer.Ordinal);
        Entries = services.Where(service => !service.IsKubernetes).ToLookup(service => service.Host, StringComparer.Ordinal);
        _servicesByNamespace = Services.Values.OrderBy(service => service.Name, StringComparer.Ordinal).ToLookup(service => service.Namespace, StringComparer.Ordinal);
        VirtualServices = new(this);
        DestinationRules = new(this);
        Gateways = [.. objects.Of("Gateway").Where(manifest => manifest.Group == "networking.istio.io").Select(manifest => new GatewayConfig(manifest))];
        Policies = new(this);
        Sees = [name, .. objects.Of("Secret").SelectMany(RemoteSecrets.ClustersOf).Where(other => other != name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Root = RootCertificate.Of(this);
    }

    public string Name { get; }

    public MeshConfiguration Mesh { get; }

    public ClusterObjects Objects { get; }

    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>The labels of the namespaces that have an object.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Namespaces { get; }

    /// <summary>The Kubernetes Services by host.</summary>
    public IReadOnlyDictionary<string, MeshService> Services { get; }

    /// <summary>The hosts of ServiceEntries, wildcards among them.</summary>
    public ILookup<string, MeshService> Entries { get; }

    public VirtualServiceIndex VirtualServices { get; }

    public DestinationRuleIndex DestinationRules { get; }

    public IReadOnlyList<GatewayConfig> Gateways { get; }

    public WorkloadPolicies Policies { get; }

    /// <summary>This cluster and those whose remote secrets it holds.</summary>
    public IReadOnlyList<string> Sees { get; }

    /// <summary>The root certificate as far as a Secret shows it.</summary>
    public string? Root { get; }

    public IEnumerable<Workload> WorkloadsIn(string space) => _workloads[space];

    /// <summary>The Kubernetes Services of a namespace, by name.</summary>
    public IEnumerable<MeshService> ServicesIn(string space) => _servicesByNamespace[space];
}
