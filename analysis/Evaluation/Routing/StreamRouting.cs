using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Outbound;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Evaluation.Routing;

/// <summary>The TLS route whose names are closest to a connection's, else the first TCP route that takes it.</summary>
/// <remarks>Source: pilot/pkg/networking/core/tls.go and gateway.go of istio/istio; Envoy picks filter chains by the closest server
/// name.</remarks>
internal static class StreamRouting
{
    private sealed record Route(VirtualServiceConfig Config, Field Field)
    {
        public IEnumerable<Field> Matches(RouteOrigin origin) =>
            Field["match"].Items.Where(match => IsFor(match, Config.Namespace, origin));

        public bool IsUnmatched => Field["match"].Items.Count == 0;

        public Cause Because(string detail) => Cause.From(Config.Manifest, $"{Field.Path}: {detail}");
    }

    /// <summary>From a sidecar: ports for TLS have TLS routes alone, all others TCP routes alone.</summary>
    public static Verdict FromSidecar(
        Client client,
        RequestContext context,
        IReadOnlyList<VirtualServiceConfig> configs,
        RouteOrigin origin,
        MeshService service,
        ServicePort port
    )
    {
        if (Hiding(configs) is { } hidden)
        {
            return context.Undecided(AccessStep.Route, client, hidden);
        }

        if (port.Protocol != ServiceProtocol.Kind.Tls)
        {
            return FollowTcp(client, context, configs, origin, Forward);
        }

        Func<Verdict> left = NamesOf(client, configs, origin).Any() ? Left : Forward;
        return context.IsSealed ? FollowTls(client, context, configs, origin, context.Asked, left) : left();

        Verdict Forward() => Forwarding.Send(client, context, service, port.Number, null);

        // Where there are TLS routes they replace the service's own chain.
        Verdict Left()
        {
            var because = configs
                .Select(config =>
                    Cause.From(
                        config.Manifest,
                        context.IsSealed
                            ? $"no tls route is for {context.Asked}"
                            : "its tls routes ask for a server name, and the client sends none"
                    )
                )
                .ToArray();
            return Passthrough.ToService(
                client,
                context,
                service,
                port.Number,
                $"no tls route takes the connection to {service.Host}",
                because
            );
        }
    }

    /// <summary>TCP routes alone, as servers have them that look at no name.</summary>
    public static Verdict FollowTcp(
        Client client,
        RequestContext context,
        IReadOnlyList<VirtualServiceConfig> configs,
        RouteOrigin origin,
        Func<Verdict> byDefault
    )
    {
        if (Hiding(configs) is { } hidden)
        {
            return context.Undecided(AccessStep.Route, client, hidden);
        }

        Ask(context, configs);
        var routes = configs.SelectMany(config => config.Tcp.Select(route => new Route(config, route)));
        var taking = routes
            .Select(route => (Route: route, Certainty: route.IsUnmatched ? Certainty.Yes : Certainty.Any(route.Matches(origin), Addresses)))
            .FirstOrDefault(one => !one.Certainty.IsNo);
        return taking.Route is null ? byDefault() : Take(client, context, taking.Route, taking.Certainty, origin);
    }

    /// <summary>TLS routes alone, as servers have them that pass TLS through.</summary>
    public static Verdict FollowTls(
        Client client,
        RequestContext context,
        IReadOnlyList<VirtualServiceConfig> configs,
        RouteOrigin origin,
        string sni,
        Func<Verdict> byDefault
    )
    {
        if (Hiding(configs) is { } hidden)
        {
            return context.Undecided(AccessStep.Route, client, hidden);
        }

        Ask(context, configs);
        var taking = (
            from named in Named(client, configs, origin)
            where HostMatch.IsSubset(sni, named.Name)
            orderby HostMatch.Distance(named.Name)
            select named
        ).FirstOrDefault();
        return taking.Route is null ? byDefault() : Take(client, context, taking.Route, Addresses(taking.Match), origin);
    }

    /// <summary>The names that TLS routes are for.</summary>
    public static IEnumerable<string> NamesOf(Client client, IReadOnlyList<VirtualServiceConfig> configs, RouteOrigin origin) =>
        Named(client, configs, origin).Select(named => named.Name);

    /// <summary>Whether a TCP route is for a proxy.</summary>
    public static bool HasTcp(IReadOnlyList<VirtualServiceConfig> configs, RouteOrigin origin) =>
        configs.Any(config =>
            config.Tcp.Select(route => new Route(config, route)).Any(route => route.IsUnmatched || route.Matches(origin).Any())
        );

    private static IEnumerable<(string Name, Route Route, Field Match)> Named(
        Client client,
        IReadOnlyList<VirtualServiceConfig> configs,
        RouteOrigin origin
    ) => client.Workload.IsGateway ? NamedOnce(configs, origin) : Named(configs, origin);

    private static IEnumerable<(string Name, Route Route, Field Match)> Named(
        IReadOnlyList<VirtualServiceConfig> configs,
        RouteOrigin origin
    ) =>
        from config in configs
        from field in config.Tls
        let route = new Route(config, field)
        from match in route.Matches(origin)
        from name in match["sniHosts"].Texts()
        select (name, route, match);

    // A gateway leaves out a match whole of which one name is another match's already.
    // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/gateway.go, buildGatewayNetworkFiltersFromTLSRoutes.
    private static IEnumerable<(string Name, Route Route, Field Match)> NamedOnce(
        IReadOnlyList<VirtualServiceConfig> configs,
        RouteOrigin origin
    )
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (var match in Named(configs, origin).GroupBy(named => named.Match, ReferenceEqualityComparer.Instance))
        {
            if (match.All(named => !known.Contains(named.Name)))
            {
                known.UnionWith(match.Select(named => named.Name));
                foreach (var named in match)
                {
                    yield return named;
                }
            }
        }
    }

    /// <summary>What hides routes for TLS or TCP.</summary>
    public static Unreadable? Hiding(IEnumerable<VirtualServiceConfig> configs) =>
        configs.Select(config => config.HiddenStreams).FirstHidden();

    private static void Ask(RequestContext context, IReadOnlyList<VirtualServiceConfig> configs)
    {
        foreach (var config in configs)
        {
            context.Requests.Ask(config.Manifest);
        }
    }

    private static Verdict Take(Client client, RequestContext context, Route route, Certainty certainty, RouteOrigin origin)
    {
        context.Requests.Pass(new(route.Config.Manifest, route.Field.Path));
        var taken = context
            .Took(AccessStep.Route, client, "the route is taken", route.Because("it matches"))
            .Routed(route.Because("it matches"));
        if (certainty.IsYes)
        {
            return Send(taken);
        }

        taken.Requests.Perhaps(taken, perhaps => Send(perhaps));
        return context.Undecided(AccessStep.Route, client, certainty.Why!, route.Because("it may match"));

        Verdict Send(RequestContext sent) =>
            Destinations.Send(client, sent, route.Field["route"].Items, route.Config.Manifest, route.Because, origin, isHttp: false);
    }

    private static bool IsFor(Field match, string ns, RouteOrigin origin) =>
        (match["port"].Port() is not { } port || port == origin.Port)
        && (
            match["gateways"].Texts() is not { Count: > 0 } gateways
            || gateways.Any(gateway => VirtualServiceConfig.GatewayName(gateway, ns) == origin.Gateway)
        )
        && (
            origin.Gateway != IstioNames.MeshGateway
            || (
                LabelSelector.From(match["sourceLabels"]).Selects(origin.Labels)
                && (match["sourceNamespace"].Text is not { Length: > 0 } source || source == origin.Namespace)
            )
        );

    private static Certainty Addresses(Field match) =>
        match["destinationSubnets"].HasContent || match["sourceSubnet"].HasContent
            ? Certainty.Unknown("the route asks for IP addresses, which are not known")
            : Certainty.Yes;
}
