using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Gateways;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Gateways;

/// <summary>The servers that Gateways open on a gateway's pods.</summary>
/// <remarks>Source: pilot/pkg/model/gateway.go of istio/istio.</remarks>
internal static class GatewayServers
{
    public static GatewayListener On(Snapshot snapshot, ClusterSnapshot controlPlane, Workload gateway, int podPort) =>
        controlPlane.Listener(gateway, podPort, () => new(Opened(snapshot, controlPlane, gateway, podPort)));

    /// <summary>The server whose hosts name a host most closely.</summary>
    public static GatewayServer? Closest(IEnumerable<GatewayServer> servers, string host) =>
        Closest(servers, host, server => server.HostNames);

    /// <summary>The server one of whose names is closest to a host.</summary>
    public static GatewayServer? Closest(
        IEnumerable<GatewayServer> servers,
        string host,
        Func<GatewayServer, IEnumerable<string>> namesOf
    ) =>
        (
            from server in servers
            from name in namesOf(server)
            where HostMatch.IsSubset(host, name)
            orderby HostMatch.Distance(name)
            select server
        ).FirstOrDefault();

    /// <summary>The servers on a port of the pods, those that conflict with others among them.</summary>
    public static IReadOnlyList<GatewayServer> Opened(Snapshot snapshot, ClusterSnapshot controlPlane, Workload gateway, int podPort) =>
        [
            .. from config in controlPlane.Gateways
            where gateway.IsSelectedBy(config.Selector)
            from server in config.Servers
            where server.HidesPort || GatewayPods.PodPort(snapshot, gateway, server.Port) == podPort
            select server,
        ];
}
