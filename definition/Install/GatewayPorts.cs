namespace MeshStack.Definition;

/// <summary>The ports of a gateway's Service.</summary>
internal static class GatewayPorts
{
    /// <summary>Port that a load balancer asks whether the gateway is ready; without it the gateway counts as down.</summary>
    private const int Status = 15021;

    private const string StatusName = "status-port";

    private static readonly IReadOnlyList<string> Transports = SettingMember.AllowedFor<GatewayServicePortSettings>(
        nameof(GatewayServicePortSettings.Protocol)
    );

    private static readonly string[] Protocols =
    [
        "grpc",
        "grpc-web",
        "http",
        "http2",
        "https",
        "mongo",
        "mysql",
        "redis",
        "tcp",
        "tls",
        "udp",
    ];

    /// <summary>The chart's <c>service.ports</c>: the given ones, after the status port.</summary>
    public static List<object> Values(IEnumerable<GatewayServicePortSettings> ports) =>
        [
            .. ports
                .Where(p => p.Port != Status)
                .Prepend(new() { Name = StatusName, Port = Status })
                .Select(p =>
                    (object)
                        new Dictionary<string, object>
                        {
                            ["name"] = p.Name,
                            ["port"] = p.Port,
                            ["protocol"] = p.Protocol,
                            ["targetPort"] = p.TargetPort ?? p.Port,
                        }
                ),
        ];

    /// <summary>Whether a gateway with these ports serves a port; without any it has the chart's own.</summary>
    public static bool Serve(IReadOnlyCollection<GatewayServicePortSettings> ports, int port) =>
        ports.Count == 0 ? port is 80 or 443 : ports.Any(p => p.Port == port);

    public static IEnumerable<ArgsProblem> Problems(string path, IReadOnlyList<GatewayServicePortSettings> ports)
    {
        foreach (var (port, i) in ports.Select((p, i) => (p, i)))
        {
            var at = FormattableString.Invariant($"{path}[{i}]");
            foreach (var (key, number) in new[] { ("port", port.Port), ("targetPort", port.TargetPort ?? port.Port) })
            {
                if (number is < 1 or > 65535 && (key == "port" || port.TargetPort is not null))
                {
                    yield return new($"{at}.{key}", $"{number} is not a port: 1 to 65535 is allowed");
                }
            }

            if (!Transports.Contains(port.Protocol))
            {
                yield return ArgsProblem.NotAllowed(
                    $"{at}.protocol",
                    port.Protocol,
                    "a transport protocol (the name says what is spoken over it)",
                    Transports
                );
            }

            if (Name(port) is { } wrong)
            {
                yield return wrong with
                {
                    Path = $"{at}.name",
                };
            }

            if (ports.Take(i).Any(p => p.Name == port.Name))
            {
                yield return new($"{at}.name", $"'{port.Name}' names another port as well");
            }

            if (ports.Take(i).Any(p => p.Port == port.Port && p.Protocol == port.Protocol))
            {
                yield return new($"{at}.port", $"{port.Port} is there already");
            }
        }
    }

    private static ArgsProblem? Name(GatewayServicePortSettings port)
    {
        if (port.Port == Status)
        {
            return port.Name == StatusName
                ? null
                : new(
                    "",
                    $"'{port.Name}' on port {Status}, which is the status port that load balancers ask: leave it out, it is always kept"
                );
        }

        if (string.IsNullOrEmpty(port.Name) || port.Name == StatusName)
        {
            return new("", string.IsNullOrEmpty(port.Name) ? "required" : $"'{StatusName}' is the name of port {Status}");
        }

        var named = Protocols.Any(p => port.Name == p || port.Name.StartsWith(p + "-", StringComparison.Ordinal));
        return !KubernetesNames.IsLabel(port.Name) ? new("", $"'{port.Name}' is not a DNS label")
            : named ? null
            : new(
                "",
                $"'{port.Name}' does not tell Istio the protocol: PROTOCOL or PROTOCOL-SUFFIX, with one of {string.Join(", ", Protocols)}"
            );
    }
}
