using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Where a route can and cannot lead.</summary>
internal static class RouteTargetRules
{
    /// <param name="of">The ServiceRoute that has the route.</param>
    /// <param name="route">The route.</param>
    /// <param name="at">Where the route stands.</param>
    public static IEnumerable<ArgsProblem> Check(ServiceRouteIntent of, RouteSettings route, string at) =>
        [
            .. Weights(route, at),
            .. route.Canary is { } canary ? Canary(of, canary, $"{at}.canary") : [],
            .. route.To.SelectMany(
                (target, i) => Target(of, target.Service, target.Subset, target.Port, FormattableString.Invariant($"{at}.to[{i}]"))
            ),
            .. route.Mirror is { } mirror ? Mirror(of, route, mirror, $"{at}.mirror") : [],
        ];

    private static IEnumerable<ArgsProblem> Weights(RouteSettings route, string at)
    {
        if (route.To.Count <= 1)
        {
            if (route.To is [{ Weight: { } weight and not 100 }])
            {
                yield return new(
                    $"{at}.to[0].weight",
                    FormattableString.Invariant($"{weight}, and there is no other destination for the rest: all of them go there")
                );
            }

            yield break;
        }

        var missing = route.To.Select((target, i) => (target, i)).Where(one => one.target.Weight is null).Select(one => one.i).ToList();
        foreach (var i in missing)
        {
            yield return new(
                FormattableString.Invariant($"{at}.to[{i}].weight"),
                "required where there are several destinations: a share in percent"
            );
        }

        var sum = route.To.Sum(target => (long)(target.Weight ?? 0));
        if (missing.Count == 0 && sum != 100)
        {
            yield return new($"{at}.to", FormattableString.Invariant($"the weights are {sum} together, and have to be 100"));
        }

        for (var i = 1; i < route.To.Count; i++)
        {
            var target = route.To[i];
            if (route.To.Take(i).Any(one => (Key(one), one.Subset, one.Port) == (Key(target), target.Subset, target.Port)))
            {
                yield return new(FormattableString.Invariant($"{at}.to[{i}]"), "is a destination of the route already: add the weights up");
            }
        }
    }

    private static IEnumerable<ArgsProblem> Mirror(ServiceRouteIntent of, RouteSettings route, RouteMirrorSettings mirror, string path)
    {
        var copied = (Key(mirror.ServiceName, mirror.Service), mirror.Subset, mirror.Port);
        var isSame =
            route.Canary is { } canary
                ? copied.Item1 is null && copied.Port is null && (copied.Subset == canary.From || copied.Subset == canary.To)
            : route.To.Count > 0 ? route.To.Any(target => (Key(target), target.Subset, target.Port) == copied)
            : copied == (null, null, null);
        if (isSame)
        {
            yield return new(
                path,
                "leads where the route does, which would answer each call and get it a second time: name another service or subset"
            );
        }

        foreach (var problem in Target(of, mirror.Service, mirror.Subset, mirror.Port, path))
        {
            yield return problem;
        }
    }

    private static string? Key(string? name, InboundServiceIntent? service) => name ?? service?.Host;

    private static string? Key(RouteTargetSettings target) => target.ServiceName ?? target.Service?.Host;

    private static IEnumerable<ArgsProblem> Canary(ServiceRouteIntent of, RouteCanarySettings canary, string path)
    {
        foreach (var (key, subset) in new[] { ("from", canary.From), ("to", canary.To) })
        {
            if (subset is { Length: > 0 } && Unknown(of.Service, VersionsOf(of), subset, $"{path}.{key}") is { } problem)
            {
                yield return problem;
            }
        }

        if (canary.From is { Length: > 0 } && canary.From == canary.To)
        {
            yield return new($"{path}.to", "is where the rest goes already: name another version");
        }

        if (canary.Steps.Count == 0)
        {
            yield return new($"{path}.steps", "at least one step is required, such as [5, 25, 50, 100]");
        }

        for (var i = 1; i < canary.Steps.Count; i++)
        {
            if (canary.Steps[i] <= canary.Steps[i - 1])
            {
                yield return new(
                    FormattableString.Invariant($"{path}.steps[{i}]"),
                    FormattableString.Invariant($"{canary.Steps[i]} is not more than {canary.Steps[i - 1]} before it: steps grow")
                );
            }
        }

        if (canary.Steps.Count > 0 && canary.Step > canary.Steps.Count)
        {
            yield return new(
                $"{path}.step",
                FormattableString.Invariant($"there is no step {canary.Step}; allowed: 0 to {canary.Steps.Count}, one for each of ")
                    + $"[{string.Join(", ", canary.Steps)}]"
            );
        }
    }

    // A part leads to versions of the whole's service where that is its own, too.
    private static IReadOnlyList<RouteSubsetSettings> VersionsOf(ServiceRouteIntent of) =>
        of.PartOf is null ? of.Subsets : of.Service?.Route?.Subsets ?? [];

    private static IEnumerable<ArgsProblem> Target(
        ServiceRouteIntent of,
        InboundServiceIntent? other,
        string? subset,
        string? port,
        string path
    )
    {
        if ((other ?? of.Service) is not { } server)
        {
            yield break;
        }

        if (subset is not null)
        {
            var versions = other is null ? VersionsOf(of) : other.Route?.Subsets ?? [];
            if (Unknown(server, versions, subset, $"{path}.subset") is { } problem)
            {
                yield return problem;
            }
        }

        if (port is not null)
        {
            if (server.Ports.Count == 0)
            {
                yield return new($"{path}.port", $"{server.Service} has one port, without a name: remove it");
            }
            else if (server.PortOf(port) is null)
            {
                yield return new(
                    $"{path}.port",
                    $"{server.Service} has no port '{port}'{Spelling.Suggest(port, server.Ports.Select(p => p.Name))}"
                );
            }
        }

        if (other is null || of.Service is not { } own)
        {
            yield break;
        }

        if (!IsWhereverIs(other, own))
        {
            yield return new(
                $"{path}.service",
                $"{other.Service} is in {ClustersOf(other)}, and {own.Service} in {ClustersOf(own)}: a route leads to services of one "
                    + "cluster, or of the same ones"
            );
        }
        else if (!other.Sidecar)
        {
            yield return new($"{path}.service", $"{other.Service} has sidecar: false: routes lead to services with a sidecar");
        }
        else if (other.Headless || !other.ServedPorts.Any(p => p.IsHttp))
        {
            yield return new(
                $"{path}.service",
                other.Headless
                    ? $"{other.Service} is headless, and has no instance that is any of them"
                    : $"{other.Service} speaks {other.ServedPorts[0].Protocol}, and the requests are HTTP"
            );
        }
    }

    /// <summary>Whether a service is in each of the clusters that another one is in.</summary>
    public static bool IsWhereverIs(InboundServiceIntent one, InboundServiceIntent other) =>
        other.Places.All(place => one.Places.Any(own => own.ControlPlane.Cluster.Name == place.ControlPlane.Cluster.Name));

    /// <summary>The clusters of a service, for messages.</summary>
    public static string ClustersOf(InboundServiceIntent service) =>
        string.Join(",", service.Places.Select(place => place.ControlPlane.Cluster.Name));

    private static ArgsProblem? Unknown(
        InboundServiceIntent? service,
        IReadOnlyList<RouteSubsetSettings> versions,
        string subset,
        string path
    ) =>
        versions.Any(version => version.Name == subset)
            ? null
            : new(
                path,
                versions.Count == 0
                    ? $"there is no subset '{subset}': no ServiceRoute gives {service?.Service ?? "the service"} subsets"
                    : $"there is no subset '{subset}'{Spelling.Suggest(subset, versions.Select(version => version.Name))}"
            );
}
