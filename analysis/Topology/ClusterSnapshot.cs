using System.Collections.Concurrent;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Topology.Gateways;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology;

/// <summary>One cluster as the evaluation sees it, indexed once.</summary>
internal sealed class ClusterSnapshot
{
    private readonly WorkloadIndex _workloads;
    private readonly SelectorIndex<MeshService> _selecting;
    private readonly SelectorIndex<MeshService> _selectingEntries;
    private readonly ILookup<string, MeshService> _hiddenEntries;

    // What is asked for again with every request; no more than the pods' ports, and gone with the snapshot.
    private readonly ConcurrentDictionary<(Workload Gateway, int Port), GatewayListener> _listeners = new();
    private readonly ConcurrentDictionary<
        (Workload Workload, int Port),
        IReadOnlyList<(MeshService Service, ServiceProtocol.Kind Protocol)>
    > _inFront = new();

    public ClusterSnapshot(
        string name,
        MeshConfiguration mesh,
        ClusterObjects objects,
        IReadOnlyList<Workload> workloads,
        IReadOnlyList<MeshService> services,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> namespaces,
        ClusterMasks masks,
        IReadOnlySet<string> istiodNamespaces
    )
    {
        Name = name;
        Mesh = mesh;
        Objects = objects;
        Workloads = workloads;
        Namespaces = namespaces;
        Masks = masks;
        _workloads = new(workloads);
        HiddenNodePorts = workloads.Select(workload => workload.HiddenHostPorts).FirstHidden();
        OnNodes = [.. workloads.Where(workload => workload is { IsGateway: false, HostPorts.Count: > 0 })];
        Services = services
            .Where(service => service.IsKubernetes)
            .DistinctBy(service => service.Host)
            .ToDictionary(service => service.Host, StringComparer.Ordinal);
        Entries = services.Where(service => !service.IsKubernetes).ToLookup(service => service.Host, StringComparer.Ordinal);
        AnyHostEntries = [.. services.Where(service => service.HidesHosts).DistinctBy(service => (service.Namespace, service.Name))];
        WildcardEntries = HostMatch.WildcardLengths(Entries.Select(entries => entries.Key));
        _selecting = new(
            Services.Values.Where(service => service.Selector is not null).OrderBy(service => service.Host, StringComparer.Ordinal),
            service => service.Namespace,
            service => service.Selector!
        );
        _selectingEntries = new(
            services.Where(service => !service.IsKubernetes && service.Selector is not null),
            service => service.Namespace,
            service => service.Selector!
        );
        _hiddenEntries = services
            .Where(service => !service.IsKubernetes && service.HiddenFront is not null)
            .ToLookup(service => service.Namespace, StringComparer.Ordinal);
        ServiceNamespaces = Services.Values.Select(service => service.Namespace).ToHashSet(StringComparer.Ordinal);
        VirtualServices = new(this);
        DestinationRules = new(this);
        Gateways =
        [
            .. objects
                .Of("Gateway")
                .Where(manifest => manifest.Group == "networking.istio.io")
                .Select(manifest => new GatewayConfig(manifest, masks.Of(manifest))),
        ];
        Policies = new(this);
        Sees =
        [
            name,
            .. RemoteSecrets
                .Read(objects.Of("Secret"), istiodNamespaces, mesh.RootNamespace)
                .SelectMany(RemoteSecrets.ClustersOf)
                .Where(other => other != name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        NetworkGateways =
        [
            .. Services
                .Values.Where(service => service.Labels.ContainsKey(MeshConfigurationReader.NetworkLabel))
                .OrderBy(service => service.Host, StringComparer.Ordinal),
        ];
        HiddenNetworkGateway = Services
            .Values.OrderBy(service => service.Host, StringComparer.Ordinal)
            .Select(service => service.HiddenNetwork)
            .FirstHidden();
        Root = RootCertificate.Of(this);
        EntryPoints = new(objects, Services, masks);
        MeshRoutes = new(objects, masks);
        Waypoints = new(objects, masks, namespaces, mesh.Semantics);
        Exposed = new(this);
    }

    public string Name { get; }

    public MeshConfiguration Mesh { get; }

    public ClusterObjects Objects { get; }

    /// <summary>The masks in the objects.</summary>
    public ClusterMasks Masks { get; }

    /// <summary>The region that the cluster is in; null where nothing says it.</summary>
    public string? Region { get; init; }

    /// <summary>Which pods are captured for ztunnel.</summary>
    public required AmbientCapture Ambient { get; init; }

    /// <summary>What leaves nothing of the cluster known; null where its parts tell for themselves.</summary>
    public Unreadable? Unreadable { get; init; }

    /// <summary>True where masks leave nothing known of some object, workload or gateway's server, or of who callers are.</summary>
    public bool HasUnread =>
        Unreadable is not null
        || Masks.HaveUnread
        || (Mesh.Unreadable ?? Mesh.HiddenTrustDomain ?? Mesh.HiddenAliases ?? Mesh.HiddenRemoteSecrets) is not null
        || Workloads.Any(workload => workload.Unreadable is not null)
        || Services.Values.Any(service => service.Unreadable is not null)
        || Gateways.SelectMany(gateway => gateway.Servers).Any(server => server.Unreadable is not null);

    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>The workloads to which ports of their nodes lead; gateways have servers of their own.</summary>
    public IReadOnlyList<Workload> OnNodes { get; }

    /// <summary>What hides whether a port of a node leads to some workload.</summary>
    public Unreadable? HiddenNodePorts { get; }

    /// <summary>The workloads that are down.</summary>
    public IReadOnlyList<Workload> Down { get; init; } = [];

    /// <summary>True where the whole cluster is down.</summary>
    public bool IsDown { get; init; }

    /// <summary>The labels of the namespaces that have an object.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Namespaces { get; }

    /// <summary>The Kubernetes Services by host.</summary>
    public IReadOnlyDictionary<string, MeshService> Services { get; }

    /// <summary>The namespaces that have Services.</summary>
    public IReadOnlySet<string> ServiceNamespaces { get; }

    /// <summary>The hosts of ServiceEntries, wildcards among them.</summary>
    public ILookup<string, MeshService> Entries { get; }

    /// <summary>The lengths of the wildcards among them.</summary>
    public IReadOnlyList<int> WildcardEntries { get; }

    /// <summary>The ServiceEntries of which masks hide hosts, so that they may be any host's.</summary>
    public IReadOnlyList<MeshService> AnyHostEntries { get; }

    public VirtualServiceIndex VirtualServices { get; }

    public DestinationRuleIndex DestinationRules { get; }

    public IReadOnlyList<GatewayConfig> Gateways { get; }

    /// <summary>What Kubernetes' own kinds of gateways open to the outside.</summary>
    public IngressEntryPoints EntryPoints { get; }

    /// <summary>The waypoints, and what is bound to them.</summary>
    public Waypoints Waypoints { get; }

    /// <summary>Kubernetes' own kinds of routes for callers in the mesh.</summary>
    public MeshRoutes MeshRoutes { get; }

    /// <summary>The Services that clients outside reach without a gateway.</summary>
    public ExposedServices Exposed { get; }

    public WorkloadPolicies Policies { get; }

    /// <summary>This cluster and those whose remote secrets it holds.</summary>
    public IReadOnlyList<string> Sees { get; }

    /// <summary>The Services through which other networks reach the cluster's own.</summary>
    public IReadOnlyList<MeshService> NetworkGateways { get; }

    /// <summary>What hides whether a Service is one of them.</summary>
    public Unreadable? HiddenNetworkGateway { get; }

    /// <summary>The root certificate as far as a Secret shows it.</summary>
    public string? Root { get; }

    /// <summary>The Service of a cluster IP.</summary>
    public MeshService? ServiceAt(string address) =>
        System.Net.IPAddress.TryParse(address, out _)
            ? Services.Values.Where(service => service.ClusterAddress == address).MinBy(service => service.Host, StringComparer.Ordinal)
            : null;

    /// <summary>True where ambient mode serves a Service across clusters, as the own mesh configuration says of every cluster's.</summary>
    public bool IsGlobal(MeshService service) =>
        Mesh.GlobalScopes.Any(scope =>
            scope.IsGlobal
            && scope.Service.Selects(service.Labels)
            && Namespaces.TryGetValue(service.Namespace, out var labels)
            && scope.Namespace.Selects(labels)
        );

    /// <summary>What hides whether it does.</summary>
    public Unreadable? HiddenScope(MeshService service) =>
        service.Unreadable
        ?? (
            Objects.Of("Namespace").FirstOrDefault(ns => ns.Name == service.Namespace) is { } found
                ? Masks
                    .Of(found)
                    ?.Hiding([.. Mesh.GlobalScopes.SelectMany(scope => scope.Namespace.Keys).Select(key => $"metadata labels {key}")])
                : null
        );

    public IEnumerable<Workload> WorkloadsIn(string ns) => _workloads.In(ns);

    /// <summary>
    /// The workloads of a namespace that a selector chooses, by name; behind them those of which masks hide whether it does.
    /// </summary>
    public IEnumerable<Workload> Selected(string ns, LabelSelector selector) => _workloads.Selected(ns, selector);

    /// <summary>What hides a Service that may be in front of a workload, and so what its ports are taken for.</summary>
    public Unreadable? HiddenInFront(Workload workload) =>
        ServicesOf(workload)
            .Select(service => service.HiddenFront)
            .Concat(_hiddenEntries[workload.Namespace].Select(entry => entry.HiddenFront))
            .FirstHidden();

    /// <summary>The Kubernetes Services in front of a workload, by host, and those of which masks hide whether they are.</summary>
    public IEnumerable<MeshService> ServicesOf(Workload workload) => _selecting.Selecting(workload.Namespace, workload.Labels);

    /// <summary>The hosts of ServiceEntries that select a workload.</summary>
    public IEnumerable<MeshService> EntriesOf(Workload workload) => _selectingEntries.Selecting(workload.Namespace, workload.Labels);

    /// <summary>The servers on a port of a gateway's pods, found once.</summary>
    public GatewayListener Listener(Workload gateway, int port, Func<GatewayListener> find) =>
        _listeners.TryGetValue((gateway, port), out var known) ? known : _listeners[(gateway, port)] = find();

    /// <summary>The Services in front of a workload's port with what they take it for, found once.</summary>
    public IReadOnlyList<(MeshService Service, ServiceProtocol.Kind Protocol)> InFront(
        Workload workload,
        int port,
        Func<IReadOnlyList<(MeshService Service, ServiceProtocol.Kind Protocol)>> find
    ) => _inFront.TryGetValue((workload, port), out var known) ? known : _inFront[(workload, port)] = find();
}
