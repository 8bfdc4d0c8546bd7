using MeshStack.Istio;

namespace MeshStack;

/// <summary>The way from a gateway that ends TLS to the service behind it.</summary>
internal static class GatewayRoutes
{
    /// <summary>Routes a host of the service's gateway <paramref name="exposure"/> to the service.</summary>
    public static void RouteFromGateway(this InboundService service, string exposure, string host)
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
            service.Owned());
    }
}
