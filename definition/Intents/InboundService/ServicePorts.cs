using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Ports of a service that the proxies in between keep for themselves, and ports that nobody has named.</summary>
/// <remarks>https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio.</remarks>
internal static class ServicePorts
{
    /// <summary>Ports of a pod that its sidecar listens on.</summary>
    private static readonly SortedDictionary<int, string> OfSidecars = new()
    {
        [15000] = "administration",
        [15001] = "outbound traffic",
        [15002] = "a check for failures",
        [15004] = "debugging",
        [15006] = "inbound traffic",
        [15008] = "tunnels of the mesh (HBONE)",
        [15009] = "tunnels of the mesh (HBONE)",
        [15020] = "merged metrics",
        [15021] = "health checks",
        [15053] = "DNS",
        [15090] = "Envoy's metrics",
    };

    private static readonly string[] OfOnePort = ["port", "targetPort", "exposedPort", "protocol"];

    /// <summary>What is wrong with the ports of a service.</summary>
    public static IEnumerable<ArgsProblem> Problems(InboundServiceIntent settings) =>
        settings.Ports.Count == 0
            ? [.. One(settings), .. OfWorkload(settings)]
            : [.. Several(settings), .. Twice(settings), .. OfWorkload(settings)];

    /// <summary>Where the port of the workload stands.</summary>
    public static string PathOfTarget(InboundServiceIntent settings, ServicePort port) =>
        port.Path + (IsTargetGiven(settings, port) ? "targetPort" : "port");

    private static bool IsTargetGiven(InboundServiceIntent settings, ServicePort port) =>
        settings.Ports.Count == 0
            ? settings.TargetPort is not null
            : settings.Ports.Any(p => p.Name == port.Name && p.TargetPort is not null);

    private static IEnumerable<ArgsProblem> One(InboundServiceIntent settings)
    {
        if (settings.Port is null)
        {
            yield return new("port", "required: port of the Service, a whole number from 1 to 65535; or ports, where it has several");
        }

        if (settings.ExternalPort is not null)
        {
            yield return new("externalPort", "has no effect without ports: externalName leads to the only port");
        }
    }

    private static IEnumerable<ArgsProblem> Several(InboundServiceIntent settings)
    {
        bool[] given =
        [
            settings.Port is not null,
            settings.TargetPort is not null,
            settings.ExposedPort is not null,
            settings.Protocol != ServiceProtocols.Http,
        ];
        foreach (var (path, _) in OfOnePort.Zip(given).Where(one => one.Second))
        {
            yield return new(path, "not with ports: say it there");
        }

        foreach (var port in settings.ServedPorts.Where(p => p.Name.Length > 0 && !KubernetesNames.IsLabel(p.Name)))
        {
            yield return new($"{port.Path}name", $"'{port.Name}' is not a DNS label (a-z, 0-9 and '-', at most 63 characters)");
        }

        if (settings.ExternalPort is { } external && settings.PortOf(external) is null)
        {
            yield return new(
                "externalPort",
                $"there is no port '{external}'{Spelling.Suggest(external, settings.Ports.Select(p => p.Name))}"
            );
        }

        if (settings.Headless)
        {
            yield return new("ports", "not with headless: give each port of the instances a Service and an InboundService of its own");
        }
    }

    // Two names for one port of the workload would be one to its policies.
    private static IEnumerable<ArgsProblem> Twice(InboundServiceIntent settings)
    {
        var ports = settings.ServedPorts;
        (string Key, Func<ServicePort, object?> Of)[] distinct =
        [
            ("name", p => p.Name.Length > 0 ? p.Name : null),
            ("port", p => p.Number),
            ("targetPort", p => p.TargetPort),
            ("exposedPort", p => p.ImportedPort),
        ];
        for (var i = 1; i < ports.Count; i++)
        {
            foreach (var (key, of) in distinct)
            {
                if (of(ports[i]) is { } value && ports.Take(i).FirstOrDefault(p => value.Equals(of(p))) is { } first)
                {
                    yield return new(ports[i].Path + key, $"{value} is that of {first.Path.TrimEnd('.')} already");
                    break;
                }
            }
        }
    }

    private static IEnumerable<ArgsProblem> OfWorkload(InboundServiceIntent settings)
    {
        if (!settings.Sidecar)
        {
            yield break;
        }

        foreach (var served in settings.ServedPorts)
        {
            var port = served.TargetPort ?? served.Number;
            if (OfSidecars.TryGetValue(port, out var use))
            {
                yield return new(
                    PathOfTarget(settings, served),
                    FormattableString.Invariant($"{port} is the sidecar's own, for {use}: the workload cannot listen on it, ")
                        + "and no policy holds for what it does not redirect"
                );
            }
        }

        if (settings is { Ports.Count: 0, TargetPort: null, Headless: false })
        {
            yield return ArgsProblem.Warning(
                "targetPort",
                "not given: whoever is let in reaches every port of the workload, metrics and administration among them; give the port "
                    + "that it listens on"
            );
        }
    }

    /// <summary>Ports under which callers of other clusters would see the service, and cannot.</summary>
    public static IEnumerable<ArgsProblem> Exposed(InboundServiceIntent settings)
    {
        foreach (var (port, given) in Given(settings))
        {
            if (OfSidecars.TryGetValue(given, out var use))
            {
                yield return new(
                    $"{port.Path}exposedPort",
                    FormattableString.Invariant($"{given} is the port of callers' own sidecars, for {use}: they would not call the service")
                );
            }
            else if (given == GatewayModel.CrossClusterPort)
            {
                yield return ArgsProblem.Warning(
                    $"{port.Path}exposedPort",
                    FormattableString.Invariant($"{given} is the port of the gateways between clusters, which lead to it by themselves: ")
                        + FormattableString.Invariant($"give the one that callers are to use, such as {port.Number}")
                );
            }
        }
    }

    /// <summary>A port for callers that do not need it.</summary>
    public static IEnumerable<ArgsProblem> WithoutEffect(InboundServiceIntent settings) =>
        settings is { Sidecar: true, ControlPlane.IsImported: false }
            ?
            [
                .. Given(settings)
                    .Where(one => one.Exposed != GatewayModel.CrossClusterPort && !OfSidecars.ContainsKey(one.Exposed))
                    .Select(one =>
                        ArgsProblem.Warning(
                            $"{one.Port.Path}exposedPort",
                            "has no effect: it is for clusters that import the service, and the others find it by itself; remove it"
                        )
                    ),
            ]
            : [];

    /// <summary>The ports for callers of other clusters that are given.</summary>
    public static IEnumerable<(ServicePort Port, int Exposed)> Given(InboundServiceIntent settings) =>
        settings
            .ServedPorts.Zip(settings.Ports.Count == 0 ? [settings.ExposedPort] : settings.Ports.Select(p => p.ExposedPort))
            .Where(one => one.Second is not null)
            .Select(one => (one.First, one.Second!.Value));
}
