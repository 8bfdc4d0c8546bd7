using MeshStack.Definition.Intents;
using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What a match of a route can and cannot have.</summary>
internal static class RouteMatchRules
{
    /// <param name="of">The ServiceRoute that has the route.</param>
    /// <param name="route">The route.</param>
    /// <param name="at">Where the route stands.</param>
    public static IEnumerable<ArgsProblem> Check(ServiceRouteIntent of, RouteSettings route, string at) =>
        route.Match.SelectMany((match, i) => Check(of, route, match, FormattableString.Invariant($"{at}.match[{i}]")));

    private static IEnumerable<ArgsProblem> Check(ServiceRouteIntent of, RouteSettings route, RouteMatchSettings match, string path)
    {
        if (match.IsEverything && route.Match.Count > 1)
        {
            yield return new(path, "is for every request, so that the other matches of the route say nothing: remove them, or this one");
        }

        foreach (var problem in Texts(match, path))
        {
            yield return problem;
        }

        for (var i = 0; i < match.Methods.Count; i++)
        {
            if (!HttpMethods.All.Contains(match.Methods[i]) || match.Methods[i] == "*")
            {
                yield return ArgsProblem.NotAllowed(
                    FormattableString.Invariant($"{path}.methods[{i}]"),
                    match.Methods[i],
                    "an HTTP method",
                    [.. HttpMethods.All.Where(method => method != "*")]
                );
            }
        }

        if (match.IgnorePathCase == true && match.Path is null or { RegexValue: not null })
        {
            yield return new(
                $"{path}.ignorePathCase",
                match.Path is null ? "has no effect without path" : "not with regex: begin it with (?i)"
            );
        }

        foreach (var problem in AtSharedHost(of, match, path))
        {
            yield return problem;
        }

        if (match.Port is not null && of.PartOf is not null)
        {
            yield return new($"{path}.port", "not in a part: ports are those of the whole's service; match them where the part is left");
        }
        else if (match.Port is { } port && of.Service is { } service)
        {
            if (service.PortOf(port) is not { } named || service.Ports.Count == 0)
            {
                yield return new(
                    $"{path}.port",
                    service.Ports.Count == 0
                        ? $"{service.Service} has one port, without a name: remove it"
                        : $"{service.Service} has no port '{port}'{Spelling.Suggest(port, service.Ports.Select(p => p.Name))}"
                );
            }
            else if (!named.IsHttp)
            {
                yield return new($"{path}.port", $"{port} speaks {named.Protocol}, of which proxies see no requests to route");
            }
        }
    }

    /// <summary>Of a host that several services share, each has its own paths, and a match of Istio has one condition for the
    /// path.</summary>
    private static IEnumerable<ArgsProblem> AtSharedHost(ServiceRouteIntent of, RouteMatchSettings match, string path)
    {
        if (
            !of.IsForIngress
            || of.PartOf is not null
            || of.Service is not { ExternalPaths.Count: > 0 } service
            || match.Path is not { } own
        )
        {
            yield break;
        }

        if (own.RegexValue is not null || match.IgnorePathCase == true)
        {
            yield return new(
                own.RegexValue is null ? $"{path}.ignorePathCase" : $"{path}.path.regex",
                $"not at the ingress gateway, where {service.Service} has externalPaths: Istio takes one condition for a path; use "
                    + "exact or prefix, or say for: mesh"
            );
        }
        else if (!service.ExternalPaths.Select(Uri).Any(uri => RouteCoverage.Covers(uri, own) || RouteCoverage.Covers(own, uri)))
        {
            var message =
                $"is outside of the externalPaths of {service.Service}, {string.Join(", ", service.ExternalPaths)}: at the ingress "
                + "gateway it never matches";
            yield return of.For == "ingress" ? new($"{path}.path", message) : ArgsProblem.Warning($"{path}.path", message);
        }
    }

    private static StringMatch Uri(string path) => path.EndsWith('*') ? StringMatch.Prefix(path[..^1]) : StringMatch.Exact(path);

    private static IEnumerable<ArgsProblem> Texts(RouteMatchSettings match, string path)
    {
        if (match.Path is { } text && Ways(text) != 1)
        {
            yield return new($"{path}.path", "exactly one of exact, prefix and regex is required");
        }
        else if ((match.Path?.ExactValue ?? match.Path?.PrefixValue) is { } given && (given.Length == 0 || given[0] != '/'))
        {
            yield return new(
                $"{path}.path.{(match.Path!.ExactValue is null ? "prefix" : "exact")}",
                $"'{given}' begins with no '/', and every path does: it would never match"
            );
        }
        else if ((match.Path?.ExactValue ?? match.Path?.PrefixValue) is { } all && all.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            yield return new(
                $"{path}.path.{(match.Path!.ExactValue is null ? "prefix" : "exact")}",
                $"'{all}' has a '?' or a '#', and paths are matched without query: it would never match; see query"
            );
        }

        foreach (
            var (key, texts) in new[]
            {
                ("headers", match.Headers),
                ("withoutHeaders", match.WithoutHeaders),
                ("cookies", match.Cookies),
                ("query", match.Query),
            }
        )
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, value) in texts ?? Empty.Map<StringMatch>())
            {
                if (Ways(value) > 1)
                {
                    yield return new($"{path}.{key}.{name}", "at most one of exact, prefix and regex is allowed");
                }

                if (key != "query" && !(key == "cookies" ? HeaderName.IsToken(name) : HeaderName.CanMatch(name)))
                {
                    yield return new($"{path}.{key}.{name}", $"'{name}' is not a name of a {(key == "cookies" ? "cookie" : "header")}");
                }
                else if (key != "query" && key != "cookies" && !seen.Add(name))
                {
                    yield return new($"{path}.{key}.{name}", "is given twice: upper and lower case of a header are the same");
                }
            }
        }

        if (match.Cookies is { Count: > 1 })
        {
            yield return new($"{path}.cookies", "one cookie is possible in a match: all cookies are in one header");
        }
        else if (match.Cookies is { Count: 1 } && match.Headers?.Keys.Any(IsCookie) == true)
        {
            yield return new($"{path}.cookies", "not beside the header cookie, which is the same one");
        }
    }

    private static bool IsCookie(string header) => header.Equals("cookie", StringComparison.OrdinalIgnoreCase);

    private static int Ways(StringMatch text) =>
        new[] { text.ExactValue, text.PrefixValue, text.RegexValue }.Count(value => value is not null);
}
