using System.Collections.Immutable;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Outages;

/// <summary>What may be down: the clusters of a mesh, their gateways and the regions that they are in.</summary>
/// <param name="Clusters">The clusters, by name.</param>
/// <param name="Gateways">The gateways, by name.</param>
/// <param name="Regions">The clusters of each region; a cluster without a known one is in none.</param>
public sealed record OutagePlaces(
    IReadOnlyList<string> Clusters,
    IReadOnlyList<GatewayName> Gateways,
    ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Regions
)
{
    /// <summary>The places of what a snapshot is made of.</summary>
    /// <exception cref="ManifestFormatException">A mesh configuration inside an object is not YAML.</exception>
    public static OutagePlaces From(SnapshotSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var snapshot = Snapshot.From(sources with { Down = Outage.None });
        var gateways = snapshot
            .ClusterNames.SelectMany(cluster => GatewaysOf(snapshot, cluster))
            .Select(workload => new GatewayName(workload.Cluster, workload.Namespace, workload.Name))
            .Distinct()
            .OrderBy(gateway => gateway.ToString(), StringComparer.Ordinal);
        var regions =
            from cluster in snapshot.ClusterNames
            let region = snapshot.Cluster(cluster).Region
            where region is not null
            group cluster by region;
        return new(
            snapshot.ClusterNames,
            [.. gateways],
            regions.ToImmutableSortedDictionary(
                region => region.Key,
                region => region.ToImmutableSortedSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>A cluster's pods and gateways are down.</summary>
    public static Outage OfCluster(string cluster) => new() { Clusters = Outage.None.Clusters.Add(cluster) };

    /// <summary>A gateway's pods are down.</summary>
    public static Outage OfGateway(GatewayName gateway) => new() { Gateways = [gateway] };

    /// <summary>The clusters of a region are down.</summary>
    public Outage OfRegion(string region) => new() { Clusters = Regions[region] };

    // A gateway that does not say so itself is one by the Gateways that select it.
    private static IEnumerable<Workload> GatewaysOf(Snapshot snapshot, string cluster)
    {
        var configs = snapshot.ControlPlaneOf(cluster).Gateways.Where(gateway => !gateway.Selector.IsEmpty).ToArray();
        return snapshot
            .Cluster(cluster)
            .Workloads.Where(workload => workload.IsGateway || configs.Any(gateway => gateway.Selector.Selects(workload.Labels)));
    }
}
