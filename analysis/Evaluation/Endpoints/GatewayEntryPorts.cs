using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Endpoints;

/// <summary>The ports at which clients outside come to a gateway's pods: those of the Services in front of it, and those that nodes
/// open.</summary>
internal static class GatewayEntryPorts
{
    /// <summary>The pods' ports behind a port; none where nothing leads from there to the pods.</summary>
    public static IReadOnlyList<int> Behind(Snapshot snapshot, Workload gateway, int port)
    {
        var services = snapshot.Cluster(gateway.Cluster).ServicesOf(gateway).ToArray();
        var behind = Of(services, gateway).Where(entry => entry.Port == port).Select(entry => entry.Pod);
        return
        [
            .. (gateway.UsesHostNetwork ? behind.Append(port) : behind)
                // Of a gateway without a Service, nothing says how clients come to it.
                .Concat(services.Length == 0 ? [GatewayPods.PodPort(snapshot, gateway, port)] : [])
                .Distinct(),
        ];
    }

    /// <summary>The ports that are known to lead to the pods.</summary>
    public static IEnumerable<int> Known(Snapshot snapshot, Workload gateway) =>
        Of([.. snapshot.Cluster(gateway.Cluster).ServicesOf(gateway)], gateway).Select(entry => entry.Port).Distinct();

    private static IEnumerable<(int Port, int Pod)> Of(IReadOnlyList<MeshService> services, Workload gateway)
    {
        foreach (var port in services.SelectMany(service => service.Ports).Where(port => port.Protocol != ServiceProtocol.Kind.Udp))
        {
            var pod = port.Target.On(gateway) ?? port.Number;
            yield return (port.Number, pod);
            if (port.NodePort is { } node)
            {
                yield return (node, pod);
            }
        }

        foreach (var (node, pod) in gateway.HostPorts)
        {
            yield return (node, pod);
        }
    }
}
