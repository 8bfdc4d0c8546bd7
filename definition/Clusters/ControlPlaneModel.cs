using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A cluster with the istiod that serves it and its gateways, as services and their callers need it.</summary>
/// <param name="Cluster">Who the cluster is.</param>
public sealed record ControlPlaneModel(ClusterIdentity Cluster)
{
    /// <summary>Namespace whose configuration holds for the whole mesh.</summary>
    public string SystemNamespace { get; init; } = IstioNamespaces.System;

    /// <summary>Gateway through which other clusters call in.</summary>
    public GatewayModel? EastWest { get; init; }

    /// <summary>Gateway through which clients outside the mesh call in.</summary>
    public GatewayModel? Ingress { get; init; }

    /// <summary>Further gateways through which clients outside the mesh call in, by name.</summary>
    public IReadOnlyDictionary<string, GatewayModel> Ingresses { get; init; } = Empty.Map<GatewayModel>();

    /// <summary>Gateway through which other clusters reach the istiod that this one hosts for them.</summary>
    public GatewayModel? HostedIstiod { get; init; }

    /// <summary>Gateway through which workloads leave the mesh.</summary>
    public GatewayModel? Egress { get; init; }

    /// <summary>Its revisions and tags; null where nothing is known of them, and then nothing is checked against them.</summary>
    public RevisionSet? Revisions { get; init; }

    /// <summary>Where its proxies run: <c>sidecar</c> or <c>ambient</c>; null where nothing is known of it.</summary>
    public string? DataPlane { get; init; }

    /// <summary>What must exist before an Istio object can be applied.</summary>
    /// <remarks>Single resources, never a component: depending on a component means depending on each of its children.</remarks>
    public ImmutableArray<ResourceId> Ready { get; init; } = [];

    /// <summary>The cluster whose API server holds this one's Istio configuration; null where it is its own.</summary>
    public ControlPlaneModel? ConfigHolder { get; init; }

    /// <summary>The other clusters whose services the proxies find without an import.</summary>
    public ImmutableSortedSet<string> DiscoversServicesOf { get; init; } = [];

    /// <summary>Whether some other cluster sees a service of this one only as an import.</summary>
    public bool IsImported { get; init; } = true;

    /// <summary>Whether the east-west gateway forwards to every service of the mesh, and not only to those that it is told of.</summary>
    public bool ForwardsEveryService { get; init; }

    /// <summary>Whether other clusters reach istiod through the east-west gateway.</summary>
    public bool ExposesIstiod { get; init; }

    /// <summary>Whether the proxies of this cluster find a service of another by its own name.</summary>
    public bool Discovers(ControlPlaneModel other) => DiscoversServicesOf.Contains(other.Cluster.Name);

    /// <summary>Name of the cluster whose API server holds the Istio configuration.</summary>
    public string ConfigCluster => (ConfigHolder ?? this).Cluster.Name;

    /// <summary>Whether it is installed for users, and not to try things out.</summary>
    internal bool IsProduction { get; init; }

    /// <summary>Which pods get a sidecar; null where nothing is known of it.</summary>
    internal ClusterInjection? Injection { get; init; }

    /// <summary>What makes the namespaces that the mesh makes, by name.</summary>
    internal ImmutableSortedDictionary<string, ResourceId> Namespaces { get; init; } = Empty.Map<ResourceId>();

    /// <summary>What must exist before pods of a revision or tag are injected.</summary>
    internal ImmutableSortedDictionary<string, ResourceId> Injectors { get; init; } = Empty.Map<ResourceId>();
}
