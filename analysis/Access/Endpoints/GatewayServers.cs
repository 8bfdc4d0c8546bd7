namespace MeshStack.Analysis.Access;

/// <summary>The servers that Gateways open on a gateway's pods.</summary>
/// <remarks>Source: pilot/pkg/model/gateway.go of istio/istio.</remarks>
internal static class GatewayServers
{
    public static IReadOnlyList<GatewayServer> On(Snapshot snapshot, ClusterSnapshot plane, Workload gateway, int podPort) =>
        plane.Servers.GetOrAdd((gateway, podPort), _ => Find(snapshot, plane, gateway, podPort));

    /// <summary>The server whose hosts name a host most closely.</summary>
    public static GatewayServer? Closest(IEnumerable<GatewayServer> servers, string host) =>
        (from server in servers
         from name in server.Hosts
         where HostMatch.IsSubset(host, name.Host)
         orderby name.Host.StartsWith('*') ? 1 : 0, -name.Host.Length
         select server).FirstOrDefault();

    private static IReadOnlyList<GatewayServer> Find(Snapshot snapshot, ClusterSnapshot plane, Workload gateway, int podPort) =>
    [
        .. from config in plane.Gateways
           where config.Selector.Selects(gateway.Labels)
           from server in config.Servers
           where GatewayPods.PodPort(snapshot, gateway, server.Port) == podPort
           select server,
    ];
}
