using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>Ports of Services at which nobody's sidecar asks who calls, though their pods have one.</summary>
internal static class PortsPastSidecars
{
    /// <summary>True where a cluster has one, or nothing says that it has none.</summary>
    public static bool AreIn(ClusterSnapshot cluster) =>
        cluster.Services.Values.Any(service =>
            service.Selector is { } selector
            && cluster
                .Selected(service.Namespace, selector)
                .Where(workload => workload is { Sidecar: SidecarPresence.Present, IsGateway: false })
                .Any(workload => service.Ports.Any(port => IsPast(workload, port)))
        );

    private static bool IsPast(Workload workload, ServicePort port) =>
        port.Protocol != ServiceProtocol.Kind.Udp
        && port.On(workload) is { } number
        && (workload.Redirection.IsOff || workload.Redirection.Inbound(number).IsTaken is not true);
}
