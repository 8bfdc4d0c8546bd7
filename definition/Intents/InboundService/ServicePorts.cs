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

    /// <summary>What is wrong with the ports of a service.</summary>
    public static IEnumerable<ArgsProblem> Problems(InboundServiceIntent settings)
    {
        if (!settings.Sidecar)
        {
            yield break;
        }

        if ((settings.TargetPort ?? settings.Port) is var port && OfSidecars.TryGetValue(port, out var use))
        {
            yield return new(
                settings.TargetPort is null ? "port" : "targetPort",
                FormattableString.Invariant($"{port} is the sidecar's own, for {use}: the workload cannot listen on it, ")
                    + "and no policy holds for what it does not redirect"
            );
        }

        if (settings is { TargetPort: null, Headless: false })
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
        if (settings.ExposedPort is not { } port)
        {
            yield break;
        }

        if (OfSidecars.TryGetValue(port, out var use))
        {
            yield return new(
                "exposedPort",
                FormattableString.Invariant($"{port} is the port of callers' own sidecars, for {use}: they would not call the service")
            );
        }
        else if (port == GatewayModel.CrossClusterPort)
        {
            yield return ArgsProblem.Warning(
                "exposedPort",
                FormattableString.Invariant($"{port} is the port of the gateways between clusters, which lead to it by themselves: ")
                    + FormattableString.Invariant($"give the one that callers are to use, such as {settings.Port}")
            );
        }
    }

    /// <summary>A port for callers that do not need it.</summary>
    public static IEnumerable<ArgsProblem> WithoutEffect(InboundServiceIntent settings)
    {
        if (
            settings is { ExposedPort: { } port, Sidecar: true, ControlPlane.IsImported: false }
            && port != GatewayModel.CrossClusterPort
            && !OfSidecars.ContainsKey(port)
        )
        {
            yield return ArgsProblem.Warning(
                "exposedPort",
                "has no effect: it is for clusters that import the service, and the others find it by itself; remove it"
            );
        }
    }
}
