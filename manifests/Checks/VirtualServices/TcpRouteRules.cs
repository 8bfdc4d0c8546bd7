namespace MeshStack.Manifests;

/// <summary>Rules on TCP routes.</summary>
internal static class TcpRouteRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "tcp-route",
            Severity.Error,
            "VirtualService",
            "A TCP route has destinations, and matches ports, networks and labels in their usual forms.",
            "A connection without a destination is closed, and one from such a network or port never comes.",
            "Give route with a destination, and match ports, networks and labels that exist.",
            Route
        ),
    ];

    internal static IEnumerable<Problem> Match(Field match)
    {
        foreach (
            var subnet in match["destinationSubnets"].Items.Where(subnet => subnet.Text is { } text && !IpAddress.IsAddressOrBlock(text))
        )
        {
            yield return new(subnet, $"\"{subnet.Text}\" is neither an IP address nor a CIDR block.");
        }

        foreach (var problem in HttpMatchRules.MatchedPort(match["port"]).Concat(Labels.Check(match["sourceLabels"])))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> Route(Subject subject)
    {
        foreach (var route in subject.Spec["tcp"].Items)
        {
            if (!route["route"].HasContent)
            {
                yield return new(route["route"], "The TCP route has no destinations; give route.");
            }

            foreach (var problem in route["match"].Items.SelectMany(Match))
            {
                yield return problem;
            }
        }
    }
}
