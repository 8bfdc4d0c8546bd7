using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes;

namespace MeshStack;

/// <summary>A cluster with the istiod that serves it and its gateways, as services and their callers need it.</summary>
/// <remarks>Comes from <see cref="Mesh"/> or <see cref="IstioInstall.ControlPlane"/>, or is written by hand for an Istio that something
/// else installed.</remarks>
/// <param name="Cluster">Who the cluster is.</param>
public sealed record ControlPlane(ClusterIdentity Cluster)
{
    /// <summary>The cluster's provider; without one the control plane can be checked, and no object can be made.</summary>
    public Provider? Provider { get; init; }

    /// <summary>Namespace whose configuration holds for the whole mesh.</summary>
    /// <value>Defaults to istio-system.</value>
    public string SystemNamespace { get; init; } = IstioInstall.SystemNamespace;

    /// <summary>Gateway through which other clusters call in.</summary>
    public MeshGateway? EastWest { get; init; }

    /// <summary>Gateway through which clients outside the mesh call in.</summary>
    public MeshGateway? Ingress { get; init; }

    /// <summary>Further gateways through which clients outside the mesh call in, by name.</summary>
    public IReadOnlyDictionary<string, MeshGateway> Ingresses { get; init; } = ImmutableDictionary<string, MeshGateway>.Empty;

    /// <summary>Gateway through which other clusters reach the istiod that this one hosts for them.</summary>
    public MeshGateway? HostedIstiod { get; init; }

    /// <summary>Gateway through which workloads leave the mesh.</summary>
    public MeshGateway? Egress { get; init; }

    /// <summary>Its revisions and tags; null where nothing is known of them, and then nothing is checked against them.</summary>
    public RevisionSet? Revisions { get; init; }

    /// <summary>Where its proxies run; null where nothing is known of it.</summary>
    public DataPlane? DataPlane { get; init; }

    /// <summary>What must exist before an Istio object can be applied.</summary>
    /// <remarks>Single resources, never a component: depending on a component means depending on each of its children.</remarks>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    /// <summary>The cluster whose API server holds this one's Istio configuration; null where it is its own.</summary>
    public ControlPlane? ConfigHolder { get; init; }

    /// <summary>The other clusters whose services the proxies find without an import.</summary>
    public ImmutableSortedSet<string> DiscoversServicesOf { get; init; } = [];

    /// <summary>Whether some other cluster sees a service of this one only as an import.</summary>
    /// <value>Defaults to true.</value>
    public bool IsImported { get; init; } = true;

    /// <summary>Whether the east-west gateway forwards to every service of the mesh, and not only to those that it is told of.</summary>
    public bool ForwardsEveryService { get; init; }

    /// <summary>Whether other clusters reach istiod through the east-west gateway.</summary>
    public bool ExposesIstiod { get; init; }

    /// <summary>Name of the cluster whose API server holds the Istio configuration.</summary>
    internal string ConfigCluster => (ConfigHolder ?? this).Cluster.Name;

    /// <summary>Whether it is installed for users, and not to try things out.</summary>
    internal bool IsProduction { get; init; }

    /// <summary>Which pods get a sidecar; null where nothing is known of it.</summary>
    internal ClusterInjection? Injection { get; init; }

    /// <summary>What makes the namespaces that the mesh makes, by name.</summary>
    internal IReadOnlyDictionary<string, Resource> Namespaces { get; init; } = ImmutableDictionary<string, Resource>.Empty;

    /// <summary>What must exist before pods of a revision or tag are injected.</summary>
    internal IReadOnlyDictionary<string, Resource> Injectors { get; init; } = ImmutableDictionary<string, Resource>.Empty;

    /// <summary>Whether a component made it, which knows more of the cluster than this says.</summary>
    internal bool IsPlanned { get; init; }
}
