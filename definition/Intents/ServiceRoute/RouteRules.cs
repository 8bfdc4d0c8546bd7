using System.Globalization;
using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What one route can and cannot have.</summary>
internal static class RouteRules
{
    /// <param name="of">The ServiceRoute that has it.</param>
    /// <param name="whole">The route that the ServiceRoute is a part of; null where it is none.</param>
    /// <param name="route">The route.</param>
    /// <param name="index">Its place.</param>
    /// <param name="isProduction">Whether its cluster serves users.</param>
    public static IEnumerable<ArgsProblem> Check(
        ServiceRouteIntent of,
        ServiceRouteIntent? whole,
        RouteSettings route,
        int index,
        bool isProduction
    )
    {
        var path = FormattableString.Invariant($"routes[{index}]");
        return
        [
            .. Actions(route, path),
            .. RouteMatchRules.Check(of, route, path),
            .. RouteTargetRules.Check(of, route, path),
            .. Left(of, whole, route, path),
            .. Times(route, path),
            .. Rewrites(route, path),
            .. Faults(route, path, isProduction),
            .. Empty(route, path),
        ];
    }

    /// <summary>Names that are given and name nothing.</summary>
    private static IEnumerable<ArgsProblem> Empty(RouteSettings route, string path) =>
        new[]
        {
            ("delegate", route.Delegate),
            ("mirror.service", route.Mirror?.ServiceName),
            ("mirror.subset", route.Mirror?.Subset),
            ("mirror.port", route.Mirror?.Port),
        }
            .Concat(
                route.To.SelectMany(
                    (target, i) =>
                        new[]
                        {
                            (FormattableString.Invariant($"to[{i}].service"), target.ServiceName),
                            (FormattableString.Invariant($"to[{i}].subset"), target.Subset),
                            (FormattableString.Invariant($"to[{i}].port"), target.Port),
                        }
                )
            )
            .Where(name => name.Item2 is "")
            .Select(name => new ArgsProblem($"{path}.{name.Item1}", "is empty: remove it, or say what it names"));

    private static IEnumerable<ArgsProblem> Actions(RouteSettings route, string path)
    {
        string[] given =
        [
            .. new[]
            {
                (Key: "to", Given: route.To.Count > 0),
                (Key: "canary", Given: route.Canary is not null),
                (Key: "redirect", Given: route.Redirect is not null),
                (Key: "response", Given: route.Response is not null),
                (Key: "delegate", Given: route.Delegate is not null || route.Part is not null),
            }
                .Where(one => one.Given)
                .Select(one => one.Key),
        ];
        if (given.Length > 1)
        {
            yield return new(
                $"{path}.{given[1]}",
                $"not beside {given[0]}: a route has one of to, canary, redirect, response and delegate"
            );
        }

        if (given is [var only] && only is "redirect" or "response" or "delegate")
        {
            foreach (var (key, isGiven) in Onward(route).Where(one => one.Given && (only != "redirect" || one.Key != "rewrite")))
            {
                yield return new(
                    $"{path}.{key}",
                    only == "delegate" ? "not beside delegate: the part says it" : $"not beside {only}: no call goes on"
                );
            }
        }

        if (route.Redirect?.RedirectCode is { } code and not (301 or 302 or 303 or 307 or 308))
        {
            yield return new(
                $"{path}.redirect.redirectCode",
                FormattableString.Invariant($"{code} is not a status of a redirect; allowed: 301, 302, 303, 307, 308")
            );
        }

        if (route is { Redirect: not null, Rewrite: not null })
        {
            yield return new($"{path}.rewrite", "not beside redirect, which has the new path itself");
        }
    }

    private static IEnumerable<(string Key, bool Given)> Onward(RouteSettings route) =>
        [
            ("timeout", route.Timeout is not null),
            ("retries", route.Retries is not null),
            ("mirror", route.Mirror is not null),
            ("rewrite", route.Rewrite is not null),
            ("fault", route.Fault is not null && (route.Delegate is not null || route.Part is not null)),
            ("cors", route.Cors is not null && (route.Delegate is not null || route.Part is not null)),
            ("headers", route.Headers is not null && (route.Delegate is not null || route.Part is not null)),
        ];

    /// <summary>What is left to a part, and what a part takes.</summary>
    private static IEnumerable<ArgsProblem> Left(ServiceRouteIntent of, ServiceRouteIntent? whole, RouteSettings route, string path)
    {
        if (route.Part is { } part)
        {
            if (whole is not null || of.PartOf is not null)
            {
                yield return new($"{path}.delegate", "not in a part: Istio follows one delegate only");
            }

            if (part.Service is { } service && of.Service is { } own && !RouteTargetRules.IsWhereverIs(service, own))
            {
                yield return new(
                    $"{path}.delegate",
                    $"{part.Name} is for a service of {RouteTargetRules.ClustersOf(service)}, and {own.Service} is in "
                        + $"{RouteTargetRules.ClustersOf(own)}: both have to be in one cluster, or in the same ones"
                );
            }

            foreach (var problem in RouteCoverage.Outside(route, of.Service, part, path).Concat(AtSharedHost(of, part, path)))
            {
                yield return problem;
            }
        }
    }

    // The paths of a host that several services share narrow what is left to a part.
    private static IEnumerable<ArgsProblem> AtSharedHost(ServiceRouteIntent of, ServiceRouteIntent part, string path)
    {
        if (
            of is { IsForIngress: true, Service.ExternalPaths.Count: > 0 }
            && part.Routes.Any(one => one.Match.Any(match => match.Path?.RegexValue is not null || match.IgnorePathCase == true))
        )
        {
            yield return new(
                $"{path}.delegate",
                $"{part.Name} has a path by regex or ignorePathCase: not at the ingress gateway, where {of.Service.Service} has "
                    + "externalPaths, as Istio takes one condition for a path; use exact or prefix there, or say for: mesh here"
            );
        }
    }

    /// <summary>Istio puts the new path in place of what matched, and of nothing where that is no path.</summary>
    private static IEnumerable<ArgsProblem> Rewrites(RouteSettings route, string path)
    {
        if (route.Rewrite?.Uri is not { } uri)
        {
            yield break;
        }

        if (uri.Length == 0 || uri[0] != '/')
        {
            yield return new($"{path}.rewrite.uri", $"'{uri}' begins with no '/', and every path does");
        }
        else if (route.Match.Count == 0 || route.Match.Any(match => match.Path is null or { RegexValue: not null }))
        {
            yield return new(
                $"{path}.rewrite.uri",
                "takes the place of the path or prefix that matched: give each match a path by exact or prefix, or use uriRegexRewrite"
            );
        }
        else if (uri[^1] == '/' && route.Match.Any(match => match.Path!.PrefixValue is { } prefix && !prefix.EndsWith('/')))
        {
            yield return ArgsProblem.Warning(
                $"{path}.rewrite.uri",
                $"'{uri}' ends in '/' and the prefix does not, so that the new path has two of them: end both in '/'"
            );
        }
    }

    private static IEnumerable<ArgsProblem> Times(RouteSettings route, string path)
    {
        if (route.Retries is not { } retries)
        {
            yield break;
        }

        if (retries.PerTryTimeout is not { } each || Duration.Nanoseconds(each) is not { } one || one <= 0)
        {
            yield break;
        }

        if (route.Timeout is not { } timeout || Duration.Nanoseconds(timeout) is not { } all || all <= 0)
        {
            yield break;
        }

        var tries = 1 + (long)(retries.Attempts ?? 0);
        if (one > all)
        {
            yield return new(
                $"{path}.retries.perTryTimeout",
                $"{each} is longer than the route's timeout, {timeout}, which ends the first try: nothing is tried again"
            );
        }
        else if (tries > 1 && one * tries > all)
        {
            var possible = (long)(all / one);
            var fit = possible == 1 ? "fits" : "fit";
            yield return ArgsProblem.Warning(
                $"{path}.retries",
                FormattableString.Invariant(
                    $"{tries} tries of {each} are {Seconds(one * tries)}, and the route is given up after {timeout}: "
                )
                    + FormattableString.Invariant($"of slow tries {possible} {fit} in; set timeout: {Seconds(one * tries)}, ")
                    + "or a shorter perTryTimeout"
            );
        }
    }

    private static string Seconds(decimal nanoseconds)
    {
        var seconds = nanoseconds / 1_000_000_000m;
        return seconds >= 1 || nanoseconds % 1_000_000m != 0
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###}s")
            : string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000m:0}ms");
    }

    private static IEnumerable<ArgsProblem> Faults(RouteSettings route, string path, bool isProduction)
    {
        foreach (
            var (key, share) in new[]
            {
                ("fault.delay.percentage.value", route.Fault?.Delay?.Percentage?.Value),
                ("fault.abort.percentage.value", route.Fault?.Abort?.Percentage?.Value),
                ("mirror.percentage", route.Mirror?.Percentage),
            }
        )
        {
            if (share is not null and not (>= 0 and <= 100))
            {
                yield return new(
                    $"{path}.{key}",
                    string.Create(CultureInfo.InvariantCulture, $"{share} is not a share in percent; allowed: 0 to 100")
                );
            }
        }

        if (route.Fault is { Delay: null, Abort: null })
        {
            yield return new($"{path}.fault", "delay or abort is required");
        }

        if (route.Fault?.Abort is not { } abort)
        {
            yield break;
        }

        if (abort.HttpStatus is null == (abort.GrpcStatus is null))
        {
            yield return new($"{path}.fault.abort", "exactly one of httpStatus and grpcStatus is required");
        }

        // Requests with a mark of their own are a test's.
        if (abort.Percentage?.Value >= 100 && (route.Match.Count == 0 || !route.Match.All(match => match.IsMarked)))
        {
            var message = "every call that comes here fails, and no header, cookie or query parameter says that it is a test";
            yield return isProduction
                ? new(
                    $"{path}.fault.abort.percentage",
                    $"{message}: not with istio.profile: production; match a header, or lower the share"
                )
                : ArgsProblem.Warning($"{path}.fault.abort.percentage", $"{message}: match a header, or lower the share");
        }
    }
}
