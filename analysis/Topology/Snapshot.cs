using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Topology;

/// <summary>The objects of several clusters, indexed for questions of access.</summary>
public sealed class Snapshot
{
    private readonly Dictionary<string, ClusterSnapshot> _clusters;
    private readonly Dictionary<string, Registry> _registries;
    private readonly Dictionary<string, string> _controlPlanes;

    internal Snapshot(IReadOnlyList<ClusterSnapshot> clusters, IReadOnlyList<GatewayAddress> gateways, Unreadable? hiddenAddress)
    {
        _clusters = clusters.ToDictionary(cluster => cluster.Name, StringComparer.Ordinal);
        ClusterNames = [.. _clusters.Keys.Order(StringComparer.Ordinal)];
        var hiddenPeers = clusters.Select(cluster => cluster.Mesh.HiddenRemoteSecrets).FirstHidden();
        _registries = clusters.ToDictionary(
            cluster => cluster.Name,
            cluster => new Registry(cluster, [.. Seen(cluster)], hiddenPeers),
            StringComparer.Ordinal
        );
        _controlPlanes = clusters.ToDictionary(cluster => cluster.Name, PlaneNameOf, StringComparer.Ordinal);
        Addresses = new(this, gateways, hiddenAddress);
        Down = new(this);
    }

    /// <summary>The names of the clusters, ordinal.</summary>
    public IReadOnlyList<string> ClusterNames { get; }

    /// <summary>What is to be said about how its objects were read, whatever is asked.</summary>
    public IReadOnlyList<Finding> Notes { get; internal init; } = [];

    /// <summary>The workloads and services of all clusters, by which work on them is measured.</summary>
    internal int Size => _clusters.Values.Sum(cluster => cluster.Workloads.Count + cluster.Services.Count);

    internal AddressBook Addresses { get; }

    internal DownEndpoints Down { get; }

    /// <summary>A snapshot of what is given.</summary>
    /// <exception cref="ManifestFormatException">A mesh configuration inside an object is not YAML.</exception>
    public static Snapshot From(SnapshotSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return SnapshotBuilder.Build(sources);
    }

    /// <summary>A snapshot of objects alone.</summary>
    /// <exception cref="ManifestFormatException">A mesh configuration inside an object is not YAML.</exception>
    public static Snapshot From(IReadOnlyList<Manifest> manifests) => From(new SnapshotSources { Manifests = manifests });

    /// <summary>A snapshot of a folder with a folder of YAML files per cluster and, where needed, a mesh.yaml.</summary>
    /// <exception cref="ManifestFormatException">Files are broken; every problem is named with its file and line.</exception>
    public static Snapshot FromFolder(string directory) => From(SourcesOfFolder(directory));

    /// <summary>What a folder holds, for callers that add to it.</summary>
    /// <exception cref="ManifestFormatException">Files are broken; every problem is named with its file and line.</exception>
    public static SnapshotSources SourcesOfFolder(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return SnapshotFolder.Read(directory);
    }

    /// <summary>The mesh configuration of a cluster, as its objects and settings give it.</summary>
    public MeshConfiguration MeshOf(string cluster) => Cluster(cluster).Mesh;

    internal ClusterSnapshot Cluster(string name) =>
        _clusters.TryGetValue(name, out var cluster)
            ? cluster
            : throw new ArgumentException($"There is no cluster {name}; there are {string.Join(", ", ClusterNames)}.", nameof(name));

    /// <summary>The cluster whose control plane configures a cluster's proxies: itself, or the primary that its system namespace
    /// names.</summary>
    internal ClusterSnapshot ControlPlaneOf(string cluster) => Cluster(_controlPlanes[cluster]);

    /// <summary>
    /// What leaves nothing known of a cluster's workloads and their proxies: the cluster itself, the one that configures them, or either's
    /// mesh configuration.
    /// </summary>
    internal Unreadable? Hiding(string cluster)
    {
        var (own, controlPlane) = (Cluster(cluster), ControlPlaneOf(cluster));
        return controlPlane.Unreadable ?? controlPlane.Mesh.Unreadable ?? own.Unreadable ?? own.Mesh.Unreadable;
    }

    internal Registry Registry(string cluster) => _registries[cluster];

    private string PlaneNameOf(ClusterSnapshot cluster)
    {
        var system = cluster.Objects.Of("Namespace").FirstOrDefault(ns => ns.Name == cluster.Mesh.RootNamespace);
        var primaries = system?.Annotations()["topology.istio.io/controlPlaneClusters"].Text?.Split(',') ?? [];
        return primaries.Select(name => name.Trim()).FirstOrDefault(_clusters.ContainsKey) ?? cluster.Name;
    }

    private IEnumerable<ClusterSnapshot> Seen(ClusterSnapshot cluster) =>
        _clusters
            .Values.Where(other =>
                other.Name != cluster.Name && (cluster.Sees.Contains(other.Name) || other.Mesh.RemoteSecretsTo.Contains(cluster.Name))
            )
            .OrderBy(other => other.Name, StringComparer.Ordinal)
            .Prepend(cluster);
}
