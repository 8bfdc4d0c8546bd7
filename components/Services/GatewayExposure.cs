using MeshStack.Istio;

namespace MeshStack;

/// <summary>What a service needs at a gateway: a listener, and a route where the gateway ends TLS.</summary>
internal static class GatewayExposure
{
    /// <summary>Listens for hosts of the service on a port of the gateway.</summary>
    /// <param name="service">The service.</param>
    /// <param name="exposure">Suffix of the object's name.</param>
    /// <param name="gateway">The gateway.</param>
    /// <param name="port">Port of the gateway.</param>
    /// <param name="isHttps">Whether the gateway ends TLS and speaks HTTP inside it.</param>
    /// <param name="tls">What the gateway does with TLS.</param>
    /// <param name="hosts">The hosts.</param>
    public static void ListenAt(this InboundService service, string exposure, MeshGateway gateway, int port, bool isHttps, ServerTlsSettingsArgs tls, params string[] hosts) => _ = new Gateway(
        service.Child(exposure),
        new GatewayArgs
        {
            Metadata = service.Metadata(service.Child(exposure)),
            Spec = new GatewaySpecArgs
            {
                Selector = { ["istio"] = gateway.Label },
                Servers = new GatewayServerArgs
                {
                    Port = new GatewayPortArgs
                    {
                        Number = port,
                        // Distinct among all servers of one port: Istio gives each HTTPS server routes of its own by this name.
                        Name = $"{(isHttps ? "https" : "tls")}-{service.GetResourceName()}",
                        Protocol = isHttps ? "HTTPS" : "TLS",
                    },
                    Tls = tls,
                    Hosts = hosts,
                },
            },
        },
        service.Configured(gateway: gateway));

    /// <summary>Routes a host of the service's exposure at a gateway to the service.</summary>
    public static void RouteFromGateway(this InboundService service, string exposure, MeshGateway at, string host)
    {
        var gateway = service.Child(exposure);
        var destination = new DestinationArgs { Host = service.Host, Port = new PortSelectorArgs { Number = service.Args.Port } };
        var spec = new VirtualServiceSpecArgs { Hosts = { host }, Gateways = { gateway } };
        if (service.Args.IsHttp)
        {
            spec.Http = new HttpRouteArgs { Route = new HttpRouteDestinationArgs { Destination = destination } };
        }
        else
        {
            spec.Tcp = new TcpRouteArgs { Route = new RouteDestinationArgs { Destination = destination } };
        }

        _ = new VirtualService(
            gateway,
            new VirtualServiceArgs { Metadata = service.Metadata(gateway), Spec = spec },
            service.Configured(gateway: at));
    }
}
