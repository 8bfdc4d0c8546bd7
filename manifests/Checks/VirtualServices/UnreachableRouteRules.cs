namespace MeshStack.Manifests;

/// <summary>Rules on routes that no request reaches, because the ones before them take everything.</summary>
internal static class UnreachableRouteRules
{
    private static readonly string[] Protocols = ["http", "tls", "tcp"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "route-unreachable",
            Severity.Warning,
            "VirtualService",
            "Routes stand before the route without a match, which takes everything.",
            "The route before it has no match and takes every request, so this one is never used.",
            "Move the route without a match to the end.",
            Unreachable
        ),
        new(
            "route-match-twice",
            Severity.Warning,
            "VirtualService",
            "A match is not within a match before it.",
            "The match before takes the same requests, so this one is never used.",
            "Remove the match, or move it before the wider one.",
            Twice
        ),
        new(
            "route-match-within",
            Severity.Warning,
            "VirtualService",
            "A match is not within one before it where istiod does not see it: an exact path below a prefix, or another statPrefix.",
            "The match before takes the same requests, so this one is never used, and istiod does not warn.",
            "Remove the match, or move it before the wider one.",
            Within,
            RuleOrigin.MeshStack
        ),
    ];

    private static IEnumerable<Problem> Unreachable(Subject subject)
    {
        foreach (var key in Protocols)
        {
            Field? last = null;
            foreach (var route in subject.Spec[key].Items)
            {
                if (last is not null)
                {
                    yield return new(
                        route,
                        $"The route is never used: {last.Path} before it has no match and takes everything. Move that one to the end."
                    );
                }
                else if (!route["match"].HasContent)
                {
                    last = route;
                }
            }
        }
    }

    private static IEnumerable<Problem> Twice(Subject subject) =>
        Protocols.SelectMany(key => Repeated(subject, key)).Concat(CoveredMatches.Check(subject.Spec["http"]));

    private static IEnumerable<Problem> Repeated(Subject subject, string key)
    {
        Dictionary<string, Field> seen = new(StringComparer.Ordinal);
        foreach (var match in Reached(subject.Spec[key]))
        {
            var text = MatchKey.Of(match);
            if (!seen.TryAdd(text, match))
            {
                yield return new(match, $"The match is never used: {seen[text].Path} before it takes the same.");
            }
        }
    }

    /// <summary>The matches before a route that takes everything.</summary>
    internal static IEnumerable<Field> Reached(Field routes) =>
        routes.Items.TakeWhile(route => route["match"].HasContent).SelectMany(route => route["match"].Items);

    private static IEnumerable<Problem> Within(Subject subject)
    {
        foreach (var key in Protocols)
        {
            Dictionary<string, Field> seen = new(StringComparer.Ordinal);
            Dictionary<string, PrefixSet> prefixes = new(StringComparer.Ordinal);
            var known = Repeated(subject, key).Concat(key == "http" ? CoveredMatches.Check(subject.Spec["http"]) : []);
            var paths = known.Select(problem => problem.Field.Path).ToHashSet(StringComparer.Ordinal);
            foreach (var match in subject.Spec[key].Items.SelectMany(route => route["match"].Items))
            {
                var same = seen.GetValueOrDefault(MatchKey.OfTraffic(match));
                if ((same ?? Wider(prefixes, match)) is { } before && !paths.Contains(match.Path))
                {
                    yield return new(
                        match,
                        $"The match is never used: {before.Path} before it takes "
                            + $"{(same is null ? $"everything below {before["uri"]["prefix"].Text}" : "the same")}."
                    );
                }

                seen.TryAdd(MatchKey.OfTraffic(match), match);
                if (match["uri"]["prefix"].Text is { } prefix)
                {
                    var others = MatchKey.WithoutUri(match);
                    if (!prefixes.TryGetValue(others, out var set))
                    {
                        prefixes[others] = set = new PrefixSet();
                    }

                    set.Add(prefix, match);
                }
            }
        }
    }

    private static Field? Wider(Dictionary<string, PrefixSet> prefixes, Field match)
    {
        var uri = match["uri"];
        return (uri["prefix"].Text ?? uri["exact"].Text) is { } path && prefixes.TryGetValue(MatchKey.WithoutUri(match), out var set)
            ? set.Around(path)
            : null;
    }

    /// <summary>Prefixes by length, so that a path is looked up once per length.</summary>
    private sealed class PrefixSet
    {
        private readonly Dictionary<string, Field> _matches = new(StringComparer.Ordinal);
        private readonly SortedSet<int> _lengths = [];

        public void Add(string prefix, Field match)
        {
            _matches.TryAdd(prefix, match);
            _lengths.Add(prefix.Length);
        }

        public Field? Around(string path) =>
            _lengths
                .TakeWhile(length => length <= path.Length)
                .Select(length => _matches.GetValueOrDefault(path[..length]))
                .FirstOrDefault(match => match is not null);
    }
}
