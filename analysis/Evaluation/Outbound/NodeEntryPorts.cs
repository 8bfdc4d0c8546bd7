using MeshStack.Analysis.Evaluation.Arrivals;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>Ports of nodes that lead straight to a pod: a container's hostPort, and every port of a pod on the host's network.</summary>
/// <remarks>Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.30/#containerport-v1-core.</remarks>
internal static class NodeEntryPorts
{
    /// <summary>The ways of a client that asks for the nodes of a workload, or for a Service or workload by name, and a port of
    /// theirs.</summary>
    public static IEnumerable<(string Name, Verdict Verdict)> At(
        Snapshot snapshot,
        ClusterSnapshot cluster,
        RequestContext context,
        Request request,
        Connection connection
    )
    {
        var asked = request.Host.ToLowerInvariant().TrimEnd('.');
        return cluster
            .OnNodes.Where(workload =>
                PodAddresses.OfNode(workload) == asked
                || $"{workload.Name}.{workload.Namespace}" == asked
                || cluster.ServicesOf(workload).Any(service => service.Host == asked || service.Host == $"{asked}.{ServiceDns.Domain}")
            )
            .SelectMany(workload => Ways(snapshot, context, workload, request.Port, connection))
            .Select(way => (way.Workload.Name, way.Verdict));
    }

    /// <summary>Whatever a port of some node leads to.</summary>
    public static IEnumerable<(Workload Workload, Verdict Verdict)> OnPort(
        Snapshot snapshot,
        ClusterSnapshot cluster,
        RequestContext context,
        int port,
        Connection connection
    ) => cluster.OnNodes.SelectMany(workload => Ways(snapshot, context, workload, port, connection));

    private static IEnumerable<(Workload Workload, Verdict Verdict)> Ways(
        Snapshot snapshot,
        RequestContext context,
        Workload workload,
        int port,
        Connection connection
    )
    {
        if (!workload.HostPorts.Any(one => one.Node == port))
        {
            yield break;
        }

        var why = workload.UsesHostNetwork ? "hostNetwork" : "hostPort";
        var arrived = context.Took(
            AccessStep.Gateway,
            why,
            $"port {port} of a node leads to {workload}",
            workload.Because(workload.UsesHostNetwork ? "its pods are on the host's network" : $"it has the hostPort {port}")
        ) with
        {
            Hops = context.Hops + 1,
        };
        foreach (var pod in workload.HostPorts.Where(one => one.Node == port).Select(one => one.Pod).Distinct())
        {
            yield return (workload, Inbound.Arrive(snapshot, arrived, workload, pod, connection));
        }
    }
}
