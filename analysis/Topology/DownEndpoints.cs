using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology;

/// <summary>Which endpoints lead to what is down, and to nothing else.</summary>
internal sealed class DownEndpoints
{
    private readonly Snapshot _snapshot;
    private readonly Dictionary<string, Workload> _pods;
    private readonly bool _isNone;

    public DownEndpoints(Snapshot snapshot)
    {
        _snapshot = snapshot;
        var clusters = snapshot.ClusterNames.Select(snapshot.Cluster).ToArray();
        _isNone = clusters.All(cluster => !cluster.IsDown && cluster.Down.Count == 0);
        _pods = clusters
            .SelectMany(cluster => cluster.Down)
            .Where(workload => workload.Address is { Length: > 0 })
            .DistinctBy(workload => workload.Address)
            .ToDictionary(workload => workload.Address!, StringComparer.Ordinal);
    }

    /// <summary>Why nothing is sent to an endpoint; null where something is.</summary>
    public string? Reason(Endpoint endpoint) =>
        _isNone
            ? null
            : endpoint switch
            {
                Endpoint.Network network => Reason(network.Gateway),
                Endpoint.Listed listed when _snapshot.Addresses.ServiceAt(listed.At.Address) is { } gateway => Reason(gateway),
                Endpoint.Listed listed
                    when _snapshot.Addresses.PodAt(listed.At.Address) is null && _pods.TryGetValue(listed.At.Address, out var pod) =>
                    $"{pod} is down",
                _ => null,
            };

    private string? Reason(MeshService gateway)
    {
        var cluster = _snapshot.Cluster(gateway.Cluster);
        var isDown =
            cluster.IsDown
            || (
                gateway.Selector is { } selector
                && !cluster.Selected(gateway.Namespace, selector).Any()
                && cluster.Down.Any(workload => workload.Namespace == gateway.Namespace && selector.Selects(workload.Labels))
            );
        return isDown ? $"the gateway {gateway} is down" : null;
    }
}
