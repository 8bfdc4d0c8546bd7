using MeshStack.Definition.Intents;
using MeshStack.Definition.Istio;

namespace MeshStack.Definition;

/// <summary>Routes that no request comes to, because others take all that they would.</summary>
internal static class RouteCoverage
{
    private static readonly RouteMatchSettings Everything = new();

    /// <summary>Matches behind wider ones.</summary>
    public static IEnumerable<ArgsProblem> Check(ServiceRouteIntent route)
    {
        List<(RouteMatchSettings Match, string Path)> before = [];
        for (var i = 0; i < route.Routes.Count; i++)
        {
            var path = FormattableString.Invariant($"routes[{i}]");
            List<(RouteMatchSettings Match, string Path)> own =
            [
                .. MatchesOf(route.Routes[i])
                    .Select(
                        (match, j) => (match, route.Routes[i].Match.Count == 0 ? path : FormattableString.Invariant($"{path}.match[{j}]"))
                    ),
            ];
            var covered = own.Select(one => before.Find(other => Covers(other.Match, one.Match)).Path).ToList();
            if (covered.TrueForAll(by => by is not null))
            {
                yield return new(path, $"no request comes to it: {covered[0]} before it takes all that it would; move it before that one");
            }
            else
            {
                foreach (var (one, by) in own.Zip(covered).Where(one => one.Second is not null))
                {
                    yield return new(one.Path, $"never matches: {by} before it takes all that it would; remove it, or move the route");
                }
            }

            before.AddRange(own);
        }
    }

    /// <summary>Matches of a part that are for none of the requests that are left to it.</summary>
    /// <param name="route">The route that leaves them.</param>
    /// <param name="service">The service of that route.</param>
    /// <param name="part">The part.</param>
    /// <param name="path">Where the route stands.</param>
    public static IEnumerable<ArgsProblem> Outside(RouteSettings route, InboundServiceIntent? service, ServiceRouteIntent part, string path)
    {
        // What takes everything, istiod does not look at.
        if (route.Match.Count == 0 || route.Match.Any(match => match.IsEverything))
        {
            yield break;
        }

        var left = MatchesOf(route).SelectMany(match => Rendered(match, service)).ToList();
        var outside = part
            .Routes.SelectMany(
                (one, i) =>
                    one
                        .Match.Where(match => !one.Match.Any(other => other.IsEverything))
                        .Select((match, j) => (Match: match, Path: FormattableString.Invariant($"routes[{i}].match[{j}]")))
                        .Where(inner =>
                            Rendered(inner.Match, part.Service).Any(one => left.TrueForAll(outer => PartMatches.AreApart(outer, one)))
                        )
            )
            .Select(one => one.Path)
            .ToList();
        if (outside.Count > 0)
        {
            yield return new(
                $"{path}.delegate",
                $"{part.Name} asks for requests that are not left to it, as far as Istio sees ({string.Join(", ", outside)}): where both "
                    + "say something of path, methods, a header, cookies or a query parameter, the part's has to be within the route's by "
                    + "exact or prefix, and ignorePathCase the same; or leave it to one of the two"
            );
        }
    }

    private static IEnumerable<HttpMatch> Rendered(RouteMatchSettings match, InboundServiceIntent? service) =>
        HttpRoutes.Matches(match, name => service?.PortOf(name)?.Number);

    private static IReadOnlyList<RouteMatchSettings> MatchesOf(RouteSettings route) => route.Match.Count > 0 ? route.Match : [Everything];

    private static bool Covers(RouteMatchSettings wider, RouteMatchSettings narrower) =>
        (
            wider.Path is not { } path
            || path.PrefixValue == "/"
            || (narrower.Path is { } within && CoversPath(path, wider.IgnorePathCase == true, within, narrower.IgnorePathCase == true))
        )
        && (wider.Methods.Count == 0 || (narrower.Methods.Count > 0 && narrower.Methods.All(wider.Methods.Contains)))
        && Covers(wider.Headers, narrower.Headers)
        && Covers(wider.Cookies, narrower.Cookies)
        && Covers(wider.Query, narrower.Query)
        && Covers(wider.WithoutHeaders, narrower.WithoutHeaders, isSame: true)
        && (wider.Port is null || wider.Port == narrower.Port);

    private static bool CoversPath(StringMatch wider, bool ignoresCase, StringMatch narrower, bool ignoresCaseToo)
    {
        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return (!ignoresCaseToo || ignoresCase)
            && (
                wider.PrefixValue is { } prefix ? (narrower.ExactValue ?? narrower.PrefixValue)?.StartsWith(prefix, comparison) == true
                : wider.ExactValue is { } exact ? exact.Equals(narrower.ExactValue, comparison)
                : wider.RegexValue == narrower.RegexValue
            );
    }

    private static bool Covers(
        IReadOnlyDictionary<string, StringMatch>? wider,
        IReadOnlyDictionary<string, StringMatch>? narrower,
        bool isSame = false
    ) =>
        wider is null
        || wider.All(one =>
            narrower?.Any(other => Same(one.Key, other.Key) && (isSame ? one.Value == other.Value : Covers(one.Value, other.Value))) == true
        );

    /// <summary>Whether every text that one match takes is taken by another.</summary>
    public static bool Covers(StringMatch wider, StringMatch narrower) =>
        wider == narrower
        || wider == StringMatch.Present()
        || (
            wider.PrefixValue is { } prefix
            && (narrower.ExactValue ?? narrower.PrefixValue)?.StartsWith(prefix, StringComparison.Ordinal) == true
        );

    private static bool Same(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
