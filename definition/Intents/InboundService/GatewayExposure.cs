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

    /// <summary>Whether plain HTTP is answered with a redirect to HTTPS.</summary>
    public bool Redirects { get; init; }

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
        var spec = new GatewaySpec { Selector = gateway.Selector, Servers = Redirects ? [server, Redirect(hosts)] : [server] };
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

    private GatewayServer Redirect(IReadOnlyList<string> hosts) =>
        new()
        {
            Port = new()
            {
                Number = GatewayModel.HttpPort,
                Name = $"http-{scope.Name}",
                Protocol = "HTTP",
            },
            Tls = ServerTlsSettings.RedirectToHttps(),
            Hosts = hosts,
        };

    /// <summary>Routes a host of the exposure to a port of the service.</summary>
    /// <param name="host">The host.</param>
    /// <param name="port">The port.</param>
    /// <param name="routes">What becomes of requests of HTTP; by default all go to the port.</param>
    public void Route(string host, ServicePort port, IReadOnlyList<HttpRoute>? routes = null)
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
                Http = routes ?? [new() { Route = [new() { Destination = destination }] }],
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
