using MeshStack.Definition.Istio;

namespace MeshStack.Definition.Intents;

/// <summary>What a service needs at a gateway: a listener, and a route where the gateway ends TLS.</summary>
/// <param name="scope">The component of the service.</param>
/// <param name="service">The service.</param>
/// <param name="gateway">The gateway.</param>
/// <param name="exposure">Suffix of the objects' names.</param>
internal sealed class GatewayExposure(PlannedScope scope, InboundServiceIntent service, GatewayModel gateway, string exposure)
{
    private readonly LogicalName _name = scope.Child(exposure);

    /// <summary>Listens for hosts of the service on a port of the gateway.</summary>
    /// <param name="port">Port of the gateway.</param>
    /// <param name="isHttps">Whether the gateway ends TLS and speaks HTTP inside it.</param>
    /// <param name="tls">What the gateway does with TLS.</param>
    /// <param name="hosts">The hosts.</param>
    public void Listen(int port, bool isHttps, ServerTlsSettings tls, params IReadOnlyList<string> hosts)
    {
        var server = new GatewayServer
        {
            // The name is distinct among all servers of one port: Istio gives each HTTPS server routes of its own by it.
            Port = new()
            {
                Number = port,
                Name = $"{(isHttps ? "https" : "tls")}-{scope.Name}",
                Protocol = isHttps ? "HTTPS" : "TLS",
            },
            Tls = tls,
            Hosts = hosts,
        };
        var spec = new GatewaySpec
        {
            Selector = new Dictionary<string, string> { ["istio"] = gateway.Label },
            Servers = [server],
        };
        scope.Configured(
            service.ControlPlane,
            service.Namespace,
            _name,
            "Gateway",
            Metadata.Of(_name.Text, service.Namespace),
            spec.ToTree(),
            gateway
        );
    }

    /// <summary>Routes a host of the exposure to a port of the service.</summary>
    public void Route(string host, ServicePort port)
    {
        var destination = new Destination
        {
            Host = service.Host,
            Port = new() { Number = port.Number },
        };
        var spec = new VirtualServiceSpec { Hosts = [host], Gateways = [_name.Text] };
        spec = port.IsHttp
            ? spec with
            {
                Http = [new() { Route = [new() { Destination = destination }] }],
            }
            : spec with
            {
                Tcp = [new() { Route = [new() { Destination = destination }] }],
            };
        scope.Configured(
            service.ControlPlane,
            service.Namespace,
            _name,
            "VirtualService",
            Metadata.Of(_name.Text, service.Namespace),
            spec.ToTree(),
            gateway
        );
    }
}
