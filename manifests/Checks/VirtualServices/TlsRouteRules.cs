namespace MeshStack.Manifests;

/// <summary>Rules on TLS routes.</summary>
internal static class TlsRouteRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "tls-route",
            Severity.Error,
            "VirtualService",
            "A TLS route has a match with server names, and destinations.",
            "Connections are routed by the name that the client sends, so without one, or without a destination, nothing is routed.",
            "Give match with sniHosts, and route with a destination.",
            Route
        ),
        new(
            "tls-server-name",
            Severity.Error,
            "VirtualService",
            "A matched server name is within the VirtualService's hosts.",
            "The VirtualService is looked up by its hosts, so a server name beyond them would never be asked for here.",
            "Add the name to hosts, or match one of them.",
            ServerName
        ),
        new(
            "tls-server-name-address",
            Severity.Warning,
            "VirtualService",
            "A matched server name is no IP address.",
            "Clients send names and no addresses as server name, so the route is hardly ever used.",
            "Match the name that clients call, or use a tcp route.",
            Address
        ),
    ];

    private static IEnumerable<Field> ServerNames(Subject subject) =>
        subject
            .Spec["tls"]
            .Items.SelectMany(route => route["match"].Items)
            .SelectMany(match => match["sniHosts"].Items)
            .Where(name => name.Text is { } text && !Placeholder.IsIn(text));

    private static IEnumerable<Problem> Route(Subject subject)
    {
        foreach (var route in subject.Spec["tls"].Items)
        {
            if (!route["match"].HasContent)
            {
                yield return new(route["match"], "The TLS route has no match; give one with sniHosts.");
            }

            if (!route["route"].HasContent)
            {
                yield return new(route["route"], "The TLS route has no destinations; give route.");
            }

            foreach (var match in route["match"].Items)
            {
                if (!match["sniHosts"].HasContent)
                {
                    yield return new(match["sniHosts"], "The match has no server names; give sniHosts.");
                }

                foreach (var problem in TcpRouteRules.Match(match))
                {
                    yield return problem;
                }
            }
        }
    }

    private static IEnumerable<Problem> ServerName(Subject subject)
    {
        var isGateway = !VirtualServiceScope.NamesMesh(subject.Spec);
        var hosts = new HostSet(subject.Spec["hosts"].Items.Select(host => host.Text ?? ""));
        foreach (var name in ServerNames(subject).Where(name => !IpAddress.IsAddress(name.Text!)))
        {
            var reason = isGateway && TlsRoutes.IsServerNameOfMesh(name.Text!) ? null : HostName.WhyNotPattern(name.Text!);
            if (reason is not null)
            {
                yield return new(name, $"\"{name.Text}\" is no server name: {reason}.");
            }
            else if (!hosts.Cover(name.Text!))
            {
                yield return new(
                    name,
                    $"The server name {name.Text} is not within the hosts {string.Join(", ", hosts.Names)}; a TLS route matches names of "
                        + "its own hosts."
                );
            }
        }
    }

    private static IEnumerable<Problem> Address(Subject subject) =>
        from name in ServerNames(subject)
        where IpAddress.IsAddress(name.Text!)
        select new Problem(name, $"The server name is the IP address {name.Text}, which clients do not send (RFC 6066); match a name.");
}
