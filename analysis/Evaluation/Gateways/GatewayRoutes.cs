using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Authorization;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Evaluation.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Gateways;

/// <summary>What a gateway does with a request that it reads: its policies, then the routes of the VirtualServices bound to it.</summary>
internal static class GatewayRoutes
{
    public static Verdict Follow(
        Client client,
        RequestContext context,
        IReadOnlyList<GatewayServer> servers,
        int port,
        Connection connection
    )
    {
        var isHttp = servers.Any(server => server.IsHttp);
        if (isHttp && context.Readable is null)
        {
            return context.Unreachable(
                AccessStep.Gateway,
                client,
                $"port {port} speaks HTTP, and the client does not",
                [.. servers.Select(server => server.Because($"its protocol is {server.Protocol}"))]
            );
        }

        var arrival = new Arrival
        {
            Peer = connection.Peer,
            WhyNameless = connection.WhyNameless,
            IsMutualTls = connection.IsMutualTls,
            IsTls = connection.Security != ConnectionSecurity.Plaintext,
            Sni = connection.Sni,
            Port = port,
            Http = isHttp ? context.Readable : null,
            SourceAddress = context.SourceAtGateway,
            RemoteAddress = context.RemoteAddress,
        };
        var opened = context.Took(
            AccessStep.Gateway,
            client,
            $"the gateway takes it on port {port}",
            [.. servers.Select(server => server.Because($"its protocol is {server.Protocol}"))]
        );
        opened = servers.Aggregate(opened, (way, server) => way.Through(server, isHttp ? context.Http!.Host : context.Asked));
        return ProxyPolicies.Apply(
            opened,
            client.Workload,
            client.Rules,
            arrival,
            (passed, _) => isHttp ? Http(client, passed, [.. servers.Where(server => server.IsHttp)]) : Stream(client, passed, servers)
        );
    }

    /// <summary>The VirtualServices bound to servers, with the hosts that both are for: server by server, each as close as it is exported
    /// and as old.</summary>
    public static IEnumerable<(GatewayServer Server, VirtualServiceConfig Config, string Domain)> BoundTo(
        Client client,
        IReadOnlyList<GatewayServer> servers,
        bool isExported = true
    ) =>
        from server in servers
        from config in client
            .ControlPlane.VirtualServices.ForGateway(server.Gateway.Name)
            .Where(config => Visibility.Reaches(config.ExportTo, config.Namespace, client.Workload.Namespace) == isExported)
            .OrderBy(config => config.Rank(client.Workload.Namespace))
        from name in server.Hosts
        where name.Namespace == "*" || name.Namespace == config.Namespace
        from host in config.Hosts
        where HostMatch.Overlap(host, name.Host)
        select (server, config, HostMatch.IsSubset(host, name.Host) ? host : name.Host);

    /// <summary>The names that redirecting servers answer themselves, where no VirtualService has one of its own.</summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/gateway.go, buildGatewayHTTPRouteConfig.
    /// </remarks>
    private static IEnumerable<(GatewayServer Server, string Domain)> RedirectsOf(IReadOnlyList<GatewayServer> servers) =>
        from server in servers
        where server.IsRedirect
        from name in server.Hosts
        where name.Namespace == "*"
        select (server, name.Host);

    /// <summary>What hides a VirtualService that may be bound to one of the servers, for a host or, where that is null, for any.</summary>
    public static Unreadable? Hiding(Client client, IReadOnlyList<GatewayServer> servers, string? host) =>
        servers
            .Select(server => client.ControlPlane.VirtualServices.HiddenForGateway(server.Gateway.Name, host, client.Workload.Namespace))
            .FirstHidden();

    private static Verdict Http(Client client, RequestContext context, IReadOnlyList<GatewayServer> servers)
    {
        var host = context.Http!.Host.ToLowerInvariant();
        if (Hiding(client, servers, host) is { } hidden)
        {
            return context.Undecided(AccessStep.Route, client, hidden);
        }

        var bound = BoundTo(client, servers).Where(one => HostMatch.IsSubset(host, one.Domain)).ToArray();
        var redirects = RedirectsOf(servers).Where(one => HostMatch.IsSubset(host, one.Domain)).ToArray();
        var domain = Closest(bound.Select(one => one.Domain).Concat(redirects.Select(one => one.Domain)));
        var redirecting =
            redirects.FirstOrDefault(one => one.Domain == domain).Server
            ?? bound.FirstOrDefault(one => one.Domain == domain && one.Server.IsRedirect).Server;
        if (redirecting is not null && client.ControlPlane.Mesh.ChangesProxyHeaders)
        {
            // Envoy leaves x-forwarded-proto alone where it trusts a proxy in front, and redirects nothing that came by HTTPS there.
            return context.Undecided(
                AccessStep.Gateway,
                client,
                "whether the gateway redirects to HTTPS is a matter of x-forwarded-proto, where it trusts what is in front of it",
                redirecting.Because("httpsRedirect is true"),
                Cause.Mesh(client.ControlPlane.Name, "defaultConfig says which proxies are trusted")
            );
        }

        if (redirecting is not null)
        {
            var redirected = context.Unreachable(
                AccessStep.Gateway,
                client,
                "the gateway answers with a redirect to HTTPS",
                redirecting.Because("httpsRedirect is true")
            );
            return context.Requests.Past(redirected, () => bound.Length == 0 ? redirected : Routed(client, context, host, bound));
        }

        if (bound.Length == 0)
        {
            (GatewayServer Server, VirtualServiceConfig Config, string Domain)[] unseen = context.Requests.IsExplained
                ? [.. BoundTo(client, servers, isExported: false).Where(one => HostMatch.IsSubset(host, one.Domain))]
                : [];
            var unrouted = context.Unreachable(
                AccessStep.Route,
                client,
                $"no VirtualService bound to the gateway is for {host}: it answers 404",
                [
                    .. unseen
                        .Select(one => one.Config)
                        .Distinct()
                        .Select(config =>
                            Cause.From(config.Manifest, $"it is for {host}, and not exported to {client.Workload.Namespace}")
                        ),
                    .. servers.Select(server =>
                        server.Because($"its hosts are {string.Join(", ", server.Hosts.Select(name => name.Host))}")
                    ),
                ]
            );
            return context.Requests.Past(unrouted, () => unseen.Length == 0 ? unrouted : Routed(client, context, host, unseen));
        }

        return Routed(client, context, host, bound);
    }

    // By those of the VirtualServices whose domain is the closest.
    private static Verdict Routed(
        Client client,
        RequestContext context,
        string host,
        IReadOnlyCollection<(GatewayServer Server, VirtualServiceConfig Config, string Domain)> bound
    )
    {
        var domain = Closest(bound.Select(one => one.Domain));
        var chosen = bound.Where(one => one.Domain == domain).DistinctBy(one => (one.Config, one.Server.Gateway.Name)).ToArray();
        var origin = OriginOf(client, chosen[0].Server);
        var routes = chosen
            .SelectMany(one => Sent(client.ControlPlane.VirtualServices.RoutesOf(one.Config), OriginOf(client, one.Server)))
            .ToArray();
        if (!IsOrdered(client, chosen) && context.Requests.IsContested(routes, context.Http!, origin))
        {
            HttpRouting.MayAct(client, context, routes, origin);
            return context.Undecided(
                AccessStep.Route,
                client,
                $"several VirtualServices route {host}, and nothing says which is the oldest",
                [.. chosen.Select(one => Cause.From(one.Config.Manifest, "it may be the one that applies"))]
            );
        }

        // Routes of all of them in one list, those that take everything last.
        HttpRoute[] ordered = [.. routes.Where(route => !route.IsCatchAll), .. routes.Where(route => route.IsCatchAll)];
        return HttpRouting.Follow(
            client,
            context,
            ordered,
            origin,
            () =>
                context.Unreachable(
                    AccessStep.Route,
                    client,
                    "no route is for this gateway: it answers 404",
                    [.. chosen.Select(one => Cause.From(one.Config.Manifest, "none of its routes is for this gateway"))]
                ),
            unrouted: null
        );
    }

    private static string? Closest(IEnumerable<string> domains) =>
        domains.OrderBy(one => one.StartsWith('*') ? 1 : 0).ThenByDescending(one => one.Length).FirstOrDefault();

    // What comes first depends on the ages of the Gateways where it came by several, and on those of what one server has as closely.
    private static bool IsOrdered(
        Client client,
        IReadOnlyCollection<(GatewayServer Server, VirtualServiceConfig Config, string Domain)> bound
    ) =>
        bound.Select(one => one.Config).Distinct().Count() < 2
        || (
            CreationOrder.IsKnown([.. bound.Select(one => one.Server.Gateway.Manifest).Distinct()])
            && bound
                .GroupBy(one => (one.Server, one.Config.Rank(client.Workload.Namespace)), one => one.Config.Manifest)
                .All(group => CreationOrder.IsKnown([.. group]))
        );

    private static RouteOrigin OriginOf(Client client, GatewayServer server) =>
        new(server.Gateway.Name, server.Port, client.Workload.Namespace, client.Workload.Labels);

    /// <summary>The routes of one VirtualService as a gateway gets them: a match each, and none behind one that takes everything.</summary>
    /// <remarks>Source: BuildHTTPRoutesForVirtualService, pilot/pkg/networking/core/route/route.go of istio/istio.</remarks>
    private static IEnumerable<HttpRoute> Sent(IEnumerable<HttpRoute> routes, RouteOrigin origin)
    {
        foreach (var route in routes)
        {
            if (route.Matches.Count == 0)
            {
                yield return route;
                yield break;
            }

            foreach (var match in route.Matches.Where(match => match.IsFor(origin)))
            {
                yield return route with
                {
                    Matches = [match.ForItsGateway()],
                };
                if (match.IsCatchAll)
                {
                    yield break;
                }
            }
        }
    }

    private static Verdict Stream(Client client, RequestContext context, IReadOnlyList<GatewayServer> servers)
    {
        if (Hiding(client, servers, null) is { } hidden)
        {
            return context.Undecided(AccessStep.Route, client, hidden);
        }

        var bound = BoundTo(client, servers).DistinctBy(one => one.Config).ToArray();
        var origin = new RouteOrigin(servers[0].Gateway.Name, servers[0].Port, client.Workload.Namespace, client.Workload.Labels);
        return StreamRouting.FollowTcp(
            client,
            context,
            [.. bound.Select(one => one.Config)],
            origin,
            () =>
                context.Unreachable(
                    AccessStep.Route,
                    client,
                    "no tcp route is bound to the gateway",
                    [.. servers.Select(server => server.Because("no VirtualService bound to it routes the connection"))]
                )
        );
    }
}
