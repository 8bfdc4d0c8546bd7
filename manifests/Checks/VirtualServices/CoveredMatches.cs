namespace MeshStack.Manifests;

/// <summary>Matches of a path's prefix that istiod takes to be covered by a match before them. It compares ports, methods, authorities,
/// headers and query parameters alone.</summary>
internal sealed class CoveredMatches
{
    private readonly Field _match;
    private readonly string _prefix;
    private readonly long _port;
    private readonly string _method;
    private readonly string _authority;
    private readonly IReadOnlyList<Dictionary<string, string>> _maps;

    private CoveredMatches(Field match, string prefix)
    {
        (_match, _prefix, _port) = (match, prefix, match["port"].Integer ?? 0);
        _method = TextOf(match["method"]) is { Length: > 0 } method ? method : "exact:GET";
        _authority = TextOf(match["authority"]);
        _maps =
        [
            .. new[] { "headers", "queryParams", "withoutHeaders" }.Select(key =>
                match[key].Entries.ToDictionary(entry => entry.Name, TextOf, StringComparer.Ordinal)
            ),
        ];
    }

    public static IEnumerable<Problem> Check(Field routes)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<CoveredMatches> before = [];
        foreach (var match in UnreachableRouteRules.Reached(routes))
        {
            if (match["uri"]["prefix"].Text is not { Length: > 0 } prefix || !seen.Add(MatchKey.Of(match)))
            {
                continue;
            }

            var covered = new CoveredMatches(match, prefix);
            if (before.Find(covered.IsCoveredBy) is { } wider)
            {
                yield return new(match, $"The match is never used: {wider._match.Path} before it takes everything below {wider._prefix}.");
            }

            before.Add(covered);
        }
    }

    private static string TextOf(Field condition) =>
        condition["exact"].Text is { Length: > 0 } exact ? "exact:" + exact
        : condition["prefix"].Text is { Length: > 0 } prefix ? "prefix:" + prefix
        : "";

    private static bool IsWithin(string wider, string narrower) => wider.StartsWith(narrower, StringComparison.Ordinal);

    private bool IsCoveredBy(CoveredMatches wider) =>
        _prefix != wider._prefix
        && _prefix.StartsWith(wider._prefix, StringComparison.Ordinal)
        && _port == wider._port
        && IsWithin(wider._method, _method)
        && IsWithin(wider._authority, _authority)
        && wider._maps.Zip(_maps).All(maps => maps.First.Count == maps.Second.Count && maps.First.All(entry => Covers(entry, maps.Second)));

    private static bool Covers(KeyValuePair<string, string> entry, Dictionary<string, string> narrower) =>
        narrower.TryGetValue(entry.Key, out var other) && IsWithin(entry.Value, other);
}
