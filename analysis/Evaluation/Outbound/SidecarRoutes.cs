using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>The routes that a sidecar has for a host, and what becomes of a request to a port of its service.</summary>
internal static class SidecarRoutes
{
    public static Verdict Send(Client client, RequestContext context, MeshService service, ServicePort port)
    {
        if (port.Protocol == ServiceProtocol.Kind.Udp)
        {
            return context.Unreachable(
                AccessStep.Visibility,
                client,
                $"port {port.Number} of {service.Host} is UDP",
                service.Because("the port is UDP")
            );
        }

        if ((client.ControlPlane.MeshRoutes.Unreadable ?? Hiding(client, service.Host)) is { } hidden)
        {
            return context.Undecided(AccessStep.Route, client, hidden);
        }

        if (client.ControlPlane.MeshRoutes.For(service.Host, port.Number, client.Workload.Namespace) is { } attached)
        {
            return context.Undecided(
                AccessStep.Route,
                client,
                $"{attached.Reference} of the Gateway API routes {service.Host}, which is not evaluated",
                Cause.From(attached, "it is attached to the service")
            );
        }

        var origin = OriginOf(client, port.Number);
        var configs = Of(client, service.Host, port.Number);
        var isHttp = port.Protocol is ServiceProtocol.Kind.Http or ServiceProtocol.Kind.Detected && context.Readable is not null;
        if (!VirtualServiceIndex.IsOrdered(configs, client.Workload.Namespace, isFirstAlone: isHttp))
        {
            return Disordered(client, context, service.Host, configs, origin, isHttp);
        }

        if (isHttp)
        {
            var (read, stop) = context.Requests.Read(
                context,
                AccessStep.Route,
                client,
                client.ControlPlane.Mesh,
                new(IsGateway: false, IsTls: false, HasPeerCertificate: false, client.ControlPlane.Mesh.ChangesProxyHeaders)
            );
            if (stop is not null)
            {
                return stop;
            }

            context = read;
        }

        return configs.Count == 0
                ? Forwarding.Send(
                    client,
                    context.Took(AccessStep.Route, client, "no VirtualService changes the route"),
                    service,
                    port.Number,
                    null
                )
            : isHttp ? Http(client, context, service.Host, configs, origin, Unrouted)
            : StreamRouting.FromSidecar(client, context, configs, origin, service, port);

        Verdict Unrouted() => Forwarding.Send(client, context, service, port.Number, null);
    }

    /// <summary>What the first VirtualService does with a request that has a route for the client's proxy.</summary>
    /// <param name="client">The client.</param>
    /// <param name="context">The request.</param>
    /// <param name="host">The host that they route.</param>
    /// <param name="configs">The VirtualServices, in their order.</param>
    /// <param name="origin">The proxy.</param>
    /// <param name="unrouted">What happens without them.</param>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/route/route.go,
    /// buildSidecarVirtualHostsForVirtualService: one without a route for the proxy makes no virtual host.
    /// </remarks>
    public static Verdict Http(
        Client client,
        RequestContext context,
        string host,
        IReadOnlyList<VirtualServiceConfig> configs,
        RouteOrigin origin,
        Func<Verdict> unrouted
    )
    {
        return configs.Count == 0 ? unrouted()
            : VirtualServiceIndex.IsOrdered(configs, client.Workload.Namespace, isFirstAlone: true)
                ? HttpRouting.Follow(
                    client,
                    context,
                    client.ControlPlane.VirtualServices.RoutesOf(configs[0]),
                    origin,
                    () => Http(client, context, host, [.. configs.Skip(1)], origin, unrouted),
                    unrouted
                )
            : Disordered(client, context, host, configs, origin, isHttp: true);
    }

    private static Verdict Disordered(
        Client client,
        RequestContext context,
        string host,
        IReadOnlyList<VirtualServiceConfig> configs,
        RouteOrigin origin,
        bool isHttp
    )
    {
        foreach (var config in isHttp ? configs : [])
        {
            HttpRouting.MayAct(client, context, client.ControlPlane.VirtualServices.RoutesOf(config), origin);
        }

        return context.Undecided(
            AccessStep.Route,
            client,
            $"several VirtualServices route {host}, and nothing says which is the oldest",
            [.. configs.Select(config => Cause.From(config.Manifest, "it may be the one that applies"))]
        );
    }

    /// <summary>The VirtualServices that would route a host if they were exported to the client.</summary>
    public static IReadOnlyList<VirtualServiceConfig> NotExported(Client client, string host) =>
        [
            .. client.ControlPlane.VirtualServices.All.Where(config =>
                config.Gateways.Contains(IstioNames.MeshGateway)
                && config.Hosts.Any(pattern => HostMatch.IsSubset(host, pattern))
                && !Visibility.Reaches(config.ExportTo, config.Namespace, client.Workload.Namespace)
            ),
        ];

    /// <summary>What one of them would do with a request.</summary>
    public static Verdict Follow(Client client, RequestContext context, VirtualServiceConfig config, int port, Verdict refusal) =>
        HttpRouting.Follow(
            client,
            context,
            client.ControlPlane.VirtualServices.RoutesOf(config),
            OriginOf(client, port),
            () => refusal,
            unrouted: null
        );

    public static Unreadable? Hiding(Client client, string host) =>
        client.ControlPlane.VirtualServices.HiddenForSidecar(host, client.Workload.Namespace);

    /// <summary>The server names that TLS routes for a port of a service ask for; none where no route does.</summary>
    public static IReadOnlyList<string> TlsNamesOf(Client client, MeshService service, int port) =>
        [.. StreamRouting.NamesOf(client, Of(client, service.Host, port), OriginOf(client, port))];

    /// <summary>What hides TLS routes for a port of a service; null where they are read.</summary>
    public static Unreadable? HiddenTlsOf(Client client, MeshService service, int port) =>
        Hiding(client, service.Host) ?? StreamRouting.Hiding(Of(client, service.Host, port));

    public static RouteOrigin OriginOf(Client client, int port) =>
        new(IstioNames.MeshGateway, port, client.Workload.Namespace, BuiltInLabels.Of(client.Workload));

    public static IReadOnlyList<VirtualServiceConfig> Of(Client client, string host, int port) =>
        client.ControlPlane.VirtualServices.ForSidecar(
            host,
            client.Workload.Namespace,
            config =>
                Visibility.Reaches(config.ExportTo, config.Namespace, client.Workload.Namespace) && client.Rules.Scope.Sees(config, port)
        );
}
