using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology;

/// <summary>How much of the mesh the sidecars of a namespace are told of.</summary>
/// <param name="Cluster">Their cluster.</param>
/// <param name="Namespace">Their namespace.</param>
/// <param name="Hosts">The hosts that they are told of.</param>
/// <param name="All">The hosts that they would be told of without a Sidecar.</param>
public sealed record SidecarHosts(string Cluster, string Namespace, int Hosts, int All)
{
    /// <summary>Those of every namespace with sidecars, by cluster and name.</summary>
    public static IReadOnlyList<SidecarHosts> Of(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return
        [
            .. from cluster in snapshot.ClusterNames.Order(StringComparer.Ordinal)
            from ns in snapshot
                .Cluster(cluster)
                .Workloads.Where(workload => workload is { IsGateway: false, Sidecar: SidecarPresence.Present })
                .GroupBy(workload => workload.Namespace, StringComparer.Ordinal)
                .OrderBy(ns => ns.Key, StringComparer.Ordinal)
            select Of(snapshot, cluster, ns.MinBy(workload => workload.Name, StringComparer.Ordinal)!),
        ];
    }

    private static SidecarHosts Of(Snapshot snapshot, string cluster, Workload workload)
    {
        var controlPlane = snapshot.ControlPlaneOf(cluster);
        var scope = SidecarScope.From(controlPlane, workload);
        var all = snapshot.Registry(controlPlane.Name).SeenBy(workload.Namespace).ToLookup(service => service.Host, StringComparer.Ordinal);
        return new(cluster, workload.Namespace, all.Count(host => host.Any(service => IsTold(scope, service))), all.Count);
    }

    private static bool IsTold(SidecarScope scope, MeshService service) =>
        service.Ports.Count == 0 ? scope.Sees(service, 0) : service.Ports.Any(port => scope.Sees(service, port.Number));
}
