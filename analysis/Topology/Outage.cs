using System.Collections.Immutable;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology;

/// <summary>What is down: clusters with all that runs in them, and single gateways.</summary>
/// <remarks>
/// Pods are gone, objects are not: a control plane that is down leaves proxies their configuration. What is known to be down is not sent
/// to, as
/// proxies come to do by retries and outlier detection.
/// </remarks>
public sealed record Outage
{
    /// <summary>Nothing is down.</summary>
    public static Outage None { get; } = new();

    /// <summary>The clusters.</summary>
    public ImmutableSortedSet<string> Clusters { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The gateways, besides those of the clusters.</summary>
    public ImmutableHashSet<GatewayName> Gateways { get; init; } = [];

    /// <summary>Both outages at once.</summary>
    public Outage And(Outage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new() { Clusters = Clusters.Union(other.Clusters), Gateways = Gateways.Union(other.Gateways) };
    }

    internal bool IsDown(Workload workload) =>
        Clusters.Contains(workload.Cluster)
        || (!Gateways.IsEmpty && Gateways.Contains(new(workload.Cluster, workload.Namespace, workload.Name)));
}
