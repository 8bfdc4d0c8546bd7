using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Gateways;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>What workloads of a cluster may ask its gateways for: they connect to the gateway's Service, and name a host of its
/// servers.</summary>
internal static class GatewayHosts
{
    public static IEnumerable<HostPort> Of(Snapshot snapshot, string name)
    {
        var (cluster, controlPlane) = (snapshot.Cluster(name), snapshot.ControlPlaneOf(name));
        var names = new GatewayNames(snapshot, controlPlane);
        return (
            from gateway in cluster.Workloads
            where gateway.IsGateway
            from service in cluster.ServicesOf(gateway)
            where service is { Unreadable: null, HidesPorts: false }
            from port in service.Ports
            where port.Protocol != ServiceProtocol.Kind.Udp
            let servers = GatewayServers
                .Opened(snapshot, controlPlane, gateway, port.On(gateway) ?? port.Number)
                .Where(server => server.TlsMode is not ("AUTO_PASSTHROUGH" or "ISTIO_MUTUAL"))
                .ToArray()
            where servers.Length > 0
            from host in names.Of(servers)
            from protocol in servers.Select(ProtocolOf).Distinct()
            select new HostPort(host, port.Number) { Gateway = service, Protocol = protocol }
        ).Distinct();
    }

    private static RequestProtocol ProtocolOf(GatewayServer server) =>
        server.TlsMode is not null ? RequestProtocol.Https
        : server.IsHttp ? RequestProtocol.Http
        : RequestProtocol.Tcp;
}
