namespace MeshStack.Analysis.Access;

/// <summary>A connection that reaches a gateway: the server that takes it, and what it does with it.</summary>
/// <remarks>Source: pilot/pkg/networking/core/gateway.go of istio/istio.</remarks>
internal static class GatewayInbound
{
    public static Verdict Arrive(Snapshot snapshot, Flight flight, Workload gateway, int port, Connection connection)
    {
        var client = new Client(snapshot, gateway);
        if ((client.Unreadable ?? snapshot.Cluster(gateway.Cluster).HiddenInFront(gateway)) is { } unreadable)
        {
            return flight.Undecided(AccessStep.Gateway, gateway, unreadable);
        }

        if (client.Rules.Extensions.FirstOrDefault(extension => extension.IsGateway) is { } changed)
        {
            return flight.Undecided(AccessStep.Gateway, gateway, changed.Reason, changed.Because);
        }

        if (
            client.Plane.Doors.All.FirstOrDefault(door =>
                IsAt(snapshot, door, gateway, port) && door.Takes(flight.Readable?.Host ?? connection.Sni ?? flight.Asked, door.Port)
            ) is
            { } door
        )
        {
            return flight.Undecided(AccessStep.Gateway, gateway, door.Reason, door.Because);
        }

        var listener = GatewayServers.On(snapshot, client.Plane, gateway, port);
        if ((client.Plane.Doors.Unreadable ?? listener.Unreadable) is { } hidden)
        {
            return flight.Undecided(AccessStep.Gateway, gateway, hidden);
        }

        if (listener.Servers.Count == 0)
        {
            return flight.Unreachable(
                AccessStep.Gateway,
                gateway,
                $"no Gateway opens port {port} of {gateway}",
                gateway.Because($"no Gateway opens port {port} on it")
            );
        }

        return connection.Security == ConnectionSecurity.Plaintext
            ? Plain(client, flight, listener, port, connection)
            : Encrypted(client, flight, listener, port, connection);
    }

    private static bool IsAt(Snapshot snapshot, KubernetesDoor door, Workload gateway, int port) =>
        (door.Gateway == gateway.Name || (door.Opening.Kind == "Ingress" && gateway.Labels.GetValueOrDefault("istio") == "ingressgateway"))
        && GatewayPods.PodPort(snapshot, gateway, door.Port) == port;

    private static Verdict Plain(Client client, Flight flight, GatewayListener listener, int port, Connection connection)
    {
        var plain = listener.Plain;
        if (plain.Count == 0)
        {
            return flight.Unreachable(
                AccessStep.Gateway,
                client,
                $"port {port} takes TLS alone",
                [.. listener.Servers.Select(server => server.Because($"tls mode is {server.TlsMode}"))]
            );
        }

        if (flight.Http is { } http && GatewayServers.Closest(plain, http.Host) is { IsRedirect: true } redirect)
        {
            return flight.Unreachable(
                AccessStep.Gateway,
                client,
                "the gateway answers with a redirect to HTTPS",
                redirect.Because("httpsRedirect is true")
            );
        }

        return GatewayRoutes.Follow(client, flight, plain, port, connection);
    }

    private static Verdict Encrypted(Client client, Flight flight, GatewayListener listener, int port, Connection connection)
    {
        if (listener.Strange is { } strange)
        {
            return flight.Undecided(
                AccessStep.Gateway,
                client,
                $"tls mode {strange.TlsMode} is not known",
                strange.Because($"tls mode is {strange.TlsMode}")
            );
        }

        if (connection.IsMutualTls && listener.Automatic.Count > 0 && SniName.Parse(connection.Sni) is { } name)
        {
            return AutoPassthrough.Send(client, flight, listener, name, connection);
        }

        var (servers, encrypted) = (listener.Servers, listener.Encrypted);
        var through = encrypted.Where(server => server.TlsMode == "PASSTHROUGH").ToArray();
        var routes = through.SelectMany(server => BoundTo(client, server));
        if ((GatewayRoutes.Hiding(client, through, null) ?? StreamRouting.Hiding(routes)) is { } hidden)
        {
            return flight.Undecided(AccessStep.Gateway, client, hidden);
        }

        var sni = connection.Sni ?? "";
        return GatewayServers.Closest(
            encrypted.Except(listener.Automatic),
            sni,
            server =>
                server.TlsMode == "PASSTHROUGH"
                    ? StreamRouting.NamesOf(BoundTo(client, server), ContextOf(client, server))
                    : server.HostNames
        ) switch
        {
            // To a server that looks at nothing, the client's TLS is as good as any bytes.
            null
                when connection.Security == ConnectionSecurity.Application
                    && servers.Where(server => server.TlsMode is null && !server.IsHttp).ToArray() is { Length: > 0 } opaque =>
                GatewayRoutes.Follow(client, flight, opaque, port, connection),
            null => flight.Unreachable(
                AccessStep.Gateway,
                client,
                $"no server of {client} takes the server name {(sni.Length == 0 ? "(none)" : sni)}",
                [.. servers.Select(server => server.Because($"its hosts are {string.Join(", ", server.Hosts.Select(host => host.Host))}"))]
            ),
            { TlsMode: "PASSTHROUGH" } closest => Passthrough(client, flight, closest, port, connection),
            var server => GatewayTermination.Arrive(client, flight, server, port, connection),
        };
    }

    private static Verdict Passthrough(Client client, Flight flight, GatewayServer server, int port, Connection connection)
    {
        if (connection.Security != ConnectionSecurity.Application)
        {
            return flight.Undecided(
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
            RemoteAddress = flight.RemoteAddress,
        };
        var opened = flight
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

    private static VirtualServiceConfig[] BoundTo(Client client, GatewayServer server) =>
        [.. GatewayRoutes.BoundTo(client, [server]).Select(bound => bound.Config).Distinct().OrderBy(config => config.Manifest, Age.Order)];

    private static RouteContext ContextOf(Client client, GatewayServer server) =>
        new(server.Gateway.Name, server.Port, client.Workload.Namespace, client.Workload.Labels);
}
