namespace MeshStack.Analysis.Access;

/// <summary>What a gateway does with a request that it reads: its policies, then the routes of the VirtualServices bound to it.</summary>
internal static class GatewayRoutes
{
    public static Verdict Follow(Client client, Flight flight, IReadOnlyList<GatewayServer> servers, int port, Connection connection)
    {
        var isHttp = servers.Any(server => server.IsHttp);
        if (isHttp && flight.Readable is null)
        {
            return flight.Unreachable(
                AccessStep.Gateway,
                client,
                $"port {port} speaks HTTP, and the client does not",
                [.. servers.Select(server => server.Because($"its protocol is {server.Protocol}"))]
            );
        }

        var arrival = new Arrival
        {
            Peer = connection.Peer,
            IsMutualTls = connection.IsMutualTls,
            IsTls = connection.Security != ConnectionSecurity.Plaintext,
            Sni = connection.Sni,
            Port = port,
            Http = isHttp ? flight.Readable : null,
            SourceAddress = null,
            RemoteAddress = flight.RemoteAddress,
        };
        var opened = flight.Took(
            AccessStep.Gateway,
            client,
            $"the gateway takes it on port {port}",
            [.. servers.Select(server => server.Because($"its protocol is {server.Protocol}"))]
        );
        opened = servers.Aggregate(opened, (way, server) => way.Through(server, isHttp ? flight.Http!.Host : flight.Asked));
        return ProxyPolicies.Apply(
            opened,
            client.Workload,
            client.Rules,
            arrival,
            (passed, _) => isHttp ? Http(client, passed, [.. servers.Where(server => server.IsHttp)]) : Stream(client, passed, servers)
        );
    }

    /// <summary>The VirtualServices bound to servers, with the hosts that both are for, oldest first.</summary>
    public static IEnumerable<(GatewayServer Server, VirtualServiceConfig Config, string Domain)> BoundTo(
        Client client,
        IReadOnlyList<GatewayServer> servers
    ) =>
        from server in servers
        from config in client.Plane.VirtualServices.ForGateway(server.Gateway.Name)
        where Visibility.Reaches(config.ExportTo, config.Space, client.Workload.Namespace)
        from name in server.Hosts
        where name.Namespace == "*" || name.Namespace == config.Space
        from host in config.Hosts
        where HostMatch.Overlap(host, name.Host)
        select (server, config, HostMatch.IsSubset(host, name.Host) ? host : name.Host);

    /// <summary>What hides a VirtualService that may be bound to one of the servers, for a host or, where that is null, for any.</summary>
    public static Unreadable? Hiding(Client client, IReadOnlyList<GatewayServer> servers, string? host) =>
        servers
            .Select(server => client.Plane.VirtualServices.HiddenForGateway(server.Gateway.Name, host, client.Workload.Namespace))
            .FirstHidden();

    private static Verdict Http(Client client, Flight flight, IReadOnlyList<GatewayServer> servers)
    {
        var host = flight.Http!.Host.ToLowerInvariant();
        if (Hiding(client, servers, host) is { } hidden)
        {
            return flight.Undecided(AccessStep.Route, client, hidden);
        }

        var bound = BoundTo(client, servers).Where(one => HostMatch.IsSubset(host, one.Domain)).ToArray();
        var domain = bound
            .Select(one => one.Domain)
            .OrderBy(one => one.StartsWith('*') ? 1 : 0)
            .ThenByDescending(one => one.Length)
            .FirstOrDefault();
        var chosen = bound
            .Where(one => one.Domain == domain)
            .DistinctBy(one => one.Config)
            .OrderBy(one => one.Config.Manifest, Age.Order)
            .ToArray();
        if (chosen.Length == 0)
        {
            return flight.Unreachable(
                AccessStep.Route,
                client,
                $"no VirtualService bound to the gateway is for {host}: it answers 404",
                [.. servers.Select(server => server.Because($"its hosts are {string.Join(", ", server.Hosts.Select(name => name.Host))}"))]
            );
        }

        var context = new RouteContext(
            chosen[0].Server.Gateway.Name,
            chosen[0].Server.Port,
            client.Workload.Namespace,
            client.Workload.Labels
        );
        var routes = chosen.SelectMany(one => Sent(client.Plane.VirtualServices.RoutesOf(one.Config), context)).ToArray();
        if (
            !Age.IsKnown([.. chosen.Select(one => one.Config.Manifest)])
            && (
                flight.Family is null
                    ? IsContested(routes, flight.Http, context)
                    : routes.Where(route => route.IsFor(context)).Select(route => route.Manifest).Distinct().Skip(1).Any()
            )
        )
        {
            return flight.Undecided(
                AccessStep.Route,
                client,
                $"several VirtualServices route {host}, and nothing says which is the oldest",
                [.. chosen.Select(one => Cause.Of(one.Config.Manifest, "it may be the one that applies"))]
            );
        }

        // Routes of all of them in one list, those that take everything last.
        HttpRoute[] ordered = [.. routes.Where(route => !route.IsCatchAll), .. routes.Where(route => route.IsCatchAll)];
        return HttpRouting.Follow(
            client,
            flight,
            ordered,
            context,
            () =>
                flight.Unreachable(
                    AccessStep.Route,
                    client,
                    "no route is for this gateway: it answers 404",
                    [.. chosen.Select(one => Cause.Of(one.Config.Manifest, "none of its routes is for this gateway"))]
                )
        );
    }

    /// <summary>The routes of one VirtualService as a gateway gets them: a match each, and none behind one that takes everything.</summary>
    /// <remarks>Source: BuildHTTPRoutesForVirtualService, pilot/pkg/networking/core/route/route.go of istio/istio.</remarks>
    private static IEnumerable<HttpRoute> Sent(IEnumerable<HttpRoute> routes, RouteContext context)
    {
        foreach (var route in routes)
        {
            if (route.Matches.Count == 0)
            {
                yield return route;
                yield break;
            }

            foreach (var match in route.Matches.Where(match => match.IsFor(context)))
            {
                yield return route with
                {
                    Matches = [match],
                };
                if (match.IsCatchAll)
                {
                    yield break;
                }
            }
        }
    }

    private static bool IsContested(HttpRoute[] routes, HttpRequest request, RouteContext context)
    {
        var taking = routes.Where(route => route.IsFor(context) && !route.Find(request, context).Certainty.IsNo).ToArray();
        var specific = taking.Where(route => !route.IsCatchAll).ToArray();
        return (specific.Length > 0 ? specific : taking).Select(route => route.Manifest).Distinct().Skip(1).Any();
    }

    private static Verdict Stream(Client client, Flight flight, IReadOnlyList<GatewayServer> servers)
    {
        if (Hiding(client, servers, null) is { } hidden)
        {
            return flight.Undecided(AccessStep.Route, client, hidden);
        }

        var bound = BoundTo(client, servers).DistinctBy(one => one.Config).OrderBy(one => one.Config.Manifest, Age.Order).ToArray();
        var context = new RouteContext(servers[0].Gateway.Name, servers[0].Port, client.Workload.Namespace, client.Workload.Labels);
        return StreamRouting.FollowTcp(
            client,
            flight,
            [.. bound.Select(one => one.Config)],
            context,
            () =>
                flight.Unreachable(
                    AccessStep.Route,
                    client,
                    "no tcp route is bound to the gateway",
                    [.. servers.Select(server => server.Because("no VirtualService bound to it routes the connection"))]
                )
        );
    }
}
