using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>The protocol that a workload's own proxy takes a port for: that of the oldest Service in front of it,
/// or ServiceEntry that selects it.</summary>
/// <remarks>Source: SetServiceTargets in pilot/pkg/model/context.go of istio/istio.</remarks>
internal static class ServerProtocol
{
    public static ServiceProtocol.Kind Of(ClusterSnapshot cluster, Workload workload, int port) =>
        InFront(cluster, workload, port) is [var oldest, ..] ? oldest.Protocol : ServiceProtocol.Kind.Detected;

    /// <summary>The Services that take the port for several protocols where nothing says which is the oldest; none where it is
    /// known.</summary>
    public static IReadOnlyList<Cause> Contested(ClusterSnapshot cluster, Workload workload, int port)
    {
        var inFront = InFront(cluster, workload, port);
        return
            inFront.Count > 1
            && inFront.Select(one => one.Protocol).Distinct().Skip(1).Any()
            && inFront.Any(one => one.Service.Created is null)
            ? [.. inFront.Select(one => one.Service.Because($"it takes port {port} of {workload.Name} for {one.Protocol}"))]
            : [];
    }

    private static IReadOnlyList<(MeshService Service, ServiceProtocol.Kind Protocol)> InFront(
        ClusterSnapshot cluster,
        Workload workload,
        int port
    ) => cluster.InFront(workload, port, () => [.. Find(cluster, workload, port)]);

    private static IEnumerable<(MeshService Service, ServiceProtocol.Kind Protocol)> Find(
        ClusterSnapshot cluster,
        Workload workload,
        int port
    ) =>
        cluster
            .ServicesOf(workload)
            .Concat(cluster.EntriesOf(workload))
            .OrderBy(service => service.Created ?? "~", StringComparer.Ordinal)
            .ThenBy(service => service.Host, StringComparer.Ordinal)
            .SelectMany(
                service => service.Ports.Where(one => one.Protocol != ServiceProtocol.Kind.Udp && one.Target.On(workload) == port),
                (service, one) => (service, one.Protocol)
            );
}
