using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Findings;

/// <summary>The ports that a workload's pods serve, as far as Services, Gateways and its own template tell.</summary>
internal static class ServedPorts
{
    public static IReadOnlyList<int> Of(Snapshot snapshot, Workload workload)
    {
        var cluster = snapshot.Cluster(workload.Cluster);
        var rules = snapshot.ControlPlaneOf(workload.Cluster).Policies.Of(workload);
        var own = PodPorts.PortsOf(cluster, workload, rules);
        var servers = !workload.IsGateway
            ? []
            : from gateway in snapshot.ControlPlaneOf(workload.Cluster).Gateways
            where gateway.Selector.Selects(workload.Labels)
            from server in gateway.Servers
            select (int?)GatewayPods.PodPort(snapshot, workload, server.Port);
        // The name of a headless Service is the pods' own, which clients may ask for any port: the Service's and, where the template names
        // none, those that rules speak of.
        var headless = cluster.ServicesOf(workload).Where(service => service.IsHeadless).ToArray();
        var any = headless
            .SelectMany(service => service.Ports, (_, port) => port.Number)
            .Concat(headless.Length > 0 && workload.Ports.Count == 0 ? PodPorts.NamedBy(rules.Policies) : []);
        return [.. servers.OfType<int>().Concat(own).Concat(any).Distinct().Order()];
    }
}
