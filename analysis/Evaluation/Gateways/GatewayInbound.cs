using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Authorization;
using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Evaluation.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Gateways;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Gateways;

/// <summary>A connection that reaches a gateway: the server that takes it, and what it does with it.</summary>
/// <remarks>Source: pilot/pkg/networking/core/gateway.go of istio/istio.</remarks>
internal static class GatewayInbound
{
    public static Verdict Arrive(Snapshot snapshot, RequestContext context, Workload gateway, int port, Connection connection)
    {
        var client = new Client(snapshot, gateway);
        if ((client.Unreadable ?? snapshot.Cluster(gateway.Cluster).HiddenInFront(gateway)) is { } unreadable)
        {
            return context.Undecided(AccessStep.Gateway, gateway, unreadable);
        }

        if (client.Rules.Extensions.FirstOrDefault(extension => extension.IsGateway) is { } changed)
        {
            return context.Undecided(AccessStep.Gateway, gateway, changed.Reason, changed.Because);
        }

        if (
            client.ControlPlane.EntryPoints.All.FirstOrDefault(entryPoint =>
                IsAt(snapshot, entryPoint, gateway, port)
                && entryPoint.Takes(context.Readable?.Host ?? connection.Sni ?? context.Asked, entryPoint.Port)
            ) is
            { } entryPoint
        )
        {
            return context.Undecided(AccessStep.Gateway, gateway, entryPoint.Reason, entryPoint.Because);
        }

        var listener = GatewayServers.On(snapshot, client.ControlPlane, gateway, port);
        if ((client.ControlPlane.EntryPoints.Unreadable ?? listener.Unreadable) is { } hidden)
        {
            return context.Undecided(AccessStep.Gateway, gateway, hidden);
        }

        if (listener.Contested is var (one, other))
        {
            return context.Undecided(
                AccessStep.Gateway,
                gateway,
                $"two Gateways open port {port} of {gateway} in ways of which only the older one counts, and nothing says which that is",
                one.Because("it may be left out"),
                other.Because("it may be left out")
            );
        }

        if (listener.Servers.Count == 0)
        {
            return context.Unreachable(
                AccessStep.Gateway,
                gateway,
                $"no Gateway opens port {port} of {gateway}",
                gateway.Because($"no Gateway opens port {port} on it")
            );
        }

        return connection.Security == ConnectionSecurity.Plaintext
            ? Plain(client, context, listener, port, connection)
            : Encrypted(client, context, listener, port, connection);
    }

    private static bool IsAt(Snapshot snapshot, IngressEntryPoint entryPoint, Workload gateway, int port) =>
        (
            entryPoint.Gateway == gateway.Name
            || (entryPoint.Opening.Kind == "Ingress" && gateway.Labels.GetValueOrDefault("istio") == "ingressgateway")
        )
        && GatewayPods.PodPort(snapshot, gateway, entryPoint.Port) == port;

    private static Verdict Plain(Client client, RequestContext context, GatewayListener listener, int port, Connection connection)
    {
        var plain = listener.Plain;
        if (plain.Count == 0)
        {
            var refusal = context.Unreachable(
                AccessStep.Gateway,
                client,
                $"port {port} takes TLS alone",
                [.. listener.Servers.Select(server => server.Because($"tls mode is {server.TlsMode}"))]
            );
            return context.Requests.Past(
                refusal,
                () =>
                    context.Readable is { } http
                    && GatewayServers.Closest(listener.Encrypted.Where(server => server is { Terminates: true, IsHttp: true }), http.Host)
                        is { } server
                        ? GatewayRoutes.Follow(client, context, [server], port, connection)
                        : refusal
            );
        }

        return GatewayRoutes.Follow(client, context, plain, port, connection);
    }

    private static Verdict Encrypted(Client client, RequestContext context, GatewayListener listener, int port, Connection connection)
    {
        if (listener.Strange is { } strange)
        {
            return context.Undecided(
                AccessStep.Gateway,
                client,
                $"tls mode {strange.TlsMode} is not known",
                strange.Because($"tls mode is {strange.TlsMode}")
            );
        }

        if (connection.IsMutualTls && listener.Automatic.Count > 0 && SniName.Parse(connection.Sni) is { } name)
        {
            return AutoPassthrough.Send(client, context, listener, name, connection);
        }

        var servers = listener.Servers;
        var streams = listener.Encrypted.Where(server => server.TlsMode == "PASSTHROUGH" || IsOpaque(server)).ToArray();
        var routes = streams.SelectMany(server => BoundTo(client, server));
        if ((GatewayRoutes.Hiding(client, streams, null) ?? StreamRouting.Hiding(routes)) is { } hidden)
        {
            return context.Undecided(AccessStep.Gateway, client, hidden);
        }

        // Without a tcp route a server that ends TLS gets no filter chain, and stands in nobody's way.
        // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/gateway.go, createGatewayTCPFilterChainOpts.
        var idle = streams
            .Where(server => IsOpaque(server) && !StreamRouting.HasTcp(BoundTo(client, server), ContextOf(client, server)))
            .ToArray();
        var encrypted = listener.Encrypted.Except(idle);

        var sni = connection.Sni ?? "";
        return GatewayServers.Closest(
            encrypted.Except(listener.Automatic),
            sni,
            server =>
                server.TlsMode == "PASSTHROUGH"
                    ? StreamRouting.NamesOf(client, BoundTo(client, server), ContextOf(client, server))
                    : server.HostNames
        ) switch
        {
            // To a server that looks at nothing, the client's TLS is as good as any bytes.
            null
                when connection.Security == ConnectionSecurity.Application
                    && servers.Where(server => server.TlsMode is null && !server.IsHttp).ToArray() is { Length: > 0 } opaque =>
                GatewayRoutes.Follow(client, context, opaque, port, connection),
            null when GatewayServers.Closest(idle, sni) is { } unrouted => context.Unreachable(
                AccessStep.Route,
                client,
                "no tcp route is bound to the gateway",
                unrouted.Because("no VirtualService bound to it routes the connection")
            ),
            null => context.Unreachable(
                AccessStep.Gateway,
                client,
                $"no server of {client} takes the server name {(sni.Length == 0 ? "(none)" : sni)}",
                [.. servers.Select(server => server.Because($"its hosts are {string.Join(", ", server.Hosts.Select(host => host.Host))}"))]
            ),
            { TlsMode: "PASSTHROUGH" } closest => Passthrough(client, context, closest, port, connection),
            var server => GatewayTermination.Arrive(client, context, server, port, connection),
        };
    }

    private static Verdict Passthrough(Client client, RequestContext context, GatewayServer server, int port, Connection connection)
    {
        if (connection.Security != ConnectionSecurity.Application)
        {
            return context.Undecided(
                AccessStep.Gateway,
                client,
                "a proxy's own TLS through a gateway that does not terminate it is not evaluated",
                server.Because("tls mode is PASSTHROUGH")
            );
        }

        var arrival = new Arrival
        {
            Sni = connection.Sni,
            Port = port,
            SourceAddress = context.SourceAtGateway,
            RemoteAddress = context.RemoteAddress,
        };
        var opened = context
            .Through(server, connection.Sni ?? "")
            .Took(AccessStep.Gateway, client, "TLS passes through", server.Because("tls mode is PASSTHROUGH"));
        return ProxyPolicies.Apply(
            opened,
            client.Workload,
            client.Rules,
            arrival,
            (passed, _) =>
                StreamRouting.FollowTls(
                    client,
                    passed,
                    BoundTo(client, server),
                    ContextOf(client, server),
                    connection.Sni ?? "",
                    () =>
                        passed.Unreachable(
                            AccessStep.Route,
                            client,
                            $"no tls route is for {connection.Sni}",
                            server.Because("no VirtualService bound to it routes the name")
                        )
                )
        );
    }

    // One that ends TLS, and leads what is inside on by tcp routes.
    private static bool IsOpaque(GatewayServer server) => server is { Terminates: true, IsHttp: false };

    private static VirtualServiceConfig[] BoundTo(Client client, GatewayServer server) =>
        [
            .. GatewayRoutes
                .BoundTo(client, [server])
                .Select(bound => bound.Config)
                .Distinct()
                .OrderBy(config => config.Manifest, CreationOrder.Comparer),
        ];

    private static RouteOrigin ContextOf(Client client, GatewayServer server) =>
        new(server.Gateway.Name, server.Port, client.Workload.Namespace, client.Workload.Labels);
}
