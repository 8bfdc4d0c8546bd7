using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Findings;

/// <summary>HTTP routes, and matches of them, that no request of a known caller comes by: because of those before them, or because nobody
/// asks so.</summary>
internal static class UnreachedRoutes
{
    public static IEnumerable<Finding> Of(FindingSubject subject, GovernedControlPlane controlPlane)
    {
        var coverage = subject.Matrix.Coverage;
        foreach (var config in controlPlane.ControlPlane.VirtualServices.All)
        {
            if (!coverage.IsAsked(config.Manifest))
            {
                if (WhyUnused(controlPlane.ControlPlane, config) is { } why)
                {
                    yield return FindingSubject.Finding(Severity.Warning, AccessFindingCodes.RouteUnreached, config.Manifest, "spec", why);
                }

                continue;
            }

            RouteMatch[] matches = [.. RouteMatch.Of(config)];
            foreach (var match in matches.Where(match => !coverage.IsReached(match.Place)))
            {
                if (match.Shadow(matches) is { } shadow)
                {
                    yield return FindingSubject.Finding(
                        Severity.Warning,
                        AccessFindingCodes.RouteShadowed,
                        config.Manifest,
                        match.Place.Path,
                        $"No request is left for it: {shadow} before it "
                            + $"{(shadow.Contains(' ', StringComparison.Ordinal) ? "take" : "takes")} all that it matches."
                    );
                }
                else if (coverage.IsDecided(config.Manifest))
                {
                    yield return FindingSubject.Finding(
                        Severity.Info,
                        AccessFindingCodes.RouteUnreached,
                        config.Manifest,
                        match.Place.Path,
                        $"No request of a known caller comes by it{match.Why(controlPlane, config)}."
                    );
                }
            }
        }
    }

    private static string? WhyUnused(ClusterSnapshot controlPlane, VirtualServiceConfig config)
    {
        var bound = controlPlane.Gateways.Where(gateway => config.Gateways.Contains(gateway.Name)).ToArray();
        if (config.Gateways.Contains(IstioNames.MeshGateway) || config.Gateways.Count == 0 || config.Hosts.Count == 0)
        {
            return null;
        }

        return bound.Length == 0
                ? "Nothing uses it: there is no Gateway "
                    + string.Join(", ", config.Gateways)
                    + Spelling.Nearest(config.Gateways[0], [.. controlPlane.Gateways.Select(gateway => gateway.Name)])
            : !bound
                .SelectMany(gateway => gateway.Servers)
                .SelectMany(server => server.Hosts)
                .Any(name =>
                    (name.Namespace == "*" || name.Namespace == config.Namespace)
                    && config.Hosts.Any(host => HostMatch.Overlap(host, name.Host))
                )
                ? $"Nothing uses it: the servers of {string.Join(", ", bound.Select(gateway => gateway.Name))} have none of its hosts, "
                    + $"{string.Join(", ", config.Hosts)}."
            : null;
    }
}
