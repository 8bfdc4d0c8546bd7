using MeshStack.Definition.Istio;

namespace MeshStack.Definition.Intents;

/// <summary>The matches of a part behind those of the route that leaves requests to it, as istiod puts them together.</summary>
/// <remarks>It drops what it does not see to be within the route's. Source: mergeHTTPMatchRequests and hasConflict in
/// https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/virtualservice.go.</remarks>
internal static class PartMatches
{
    /// <summary>The matches of both; null where one of the part's is within none of the route's, which drops all of them.</summary>
    public static IReadOnlyList<HttpMatch>? Merge(IReadOnlyList<HttpMatch> outer, IReadOnlyList<HttpMatch> inner)
    {
        if (outer.Count == 0 || inner.Count == 0)
        {
            return outer.Count == 0 ? inner : outer;
        }

        List<HttpMatch> merged = [];
        foreach (var match in inner)
        {
            HttpMatch[] within = [.. outer.Where(one => !AreApart(one, match))];
            if (within.Length == 0)
            {
                return null;
            }

            merged.AddRange(within.Select(one => Both(one, match)));
        }

        return merged;
    }

    /// <summary>Whether istiod does not see a match of a part to be within one of the route's.</summary>
    public static bool AreApart(HttpMatch outer, HttpMatch inner) =>
        AreApart(outer.Uri, inner.Uri)
        || AreApart(outer.Method, inner.Method)
        || AreApart(outer.Headers, inner.Headers)
        || AreApart(outer.WithoutHeaders, inner.WithoutHeaders)
        || AreApart(outer.QueryParams, inner.QueryParams)
        || outer.IgnoreUriCase != inner.IgnoreUriCase
        || (outer.Port is { } port && inner.Port is { } number && port != number);

    private static bool AreApart(StringMatch? outer, StringMatch? inner) =>
        outer is not null
        && inner is not null
        && (
            outer.RegexValue is not null
            || inner.RegexValue is not null
            || (
                outer.ExactValue is { } exact
                    ? inner.ExactValue != exact
                    : outer.PrefixValue is not { } prefix
                        || (inner.PrefixValue ?? inner.ExactValue)?.StartsWith(prefix, StringComparison.Ordinal) != true
            )
        );

    private static bool AreApart(IReadOnlyDictionary<string, StringMatch>? outer, IReadOnlyDictionary<string, StringMatch>? inner) =>
        outer is not null && inner is not null && inner.Any(one => AreApart(outer.GetValueOrDefault(one.Key), one.Value));

    private static HttpMatch Both(HttpMatch outer, HttpMatch inner) =>
        inner with
        {
            Uri = inner.Uri ?? outer.Uri,
            Method = inner.Method ?? outer.Method,
            Port = inner.Port ?? outer.Port,
            Headers = Both(outer.Headers, inner.Headers),
            WithoutHeaders = Both(outer.WithoutHeaders, inner.WithoutHeaders),
            QueryParams = Both(outer.QueryParams, inner.QueryParams),
        };

    private static IReadOnlyDictionary<string, StringMatch>? Both(
        IReadOnlyDictionary<string, StringMatch>? outer,
        IReadOnlyDictionary<string, StringMatch>? inner
    )
    {
        if (outer is null || inner is null)
        {
            return outer ?? inner;
        }

        var both = new SortedDictionary<string, StringMatch>(StringComparer.Ordinal);
        foreach (var (name, value) in outer.Concat(inner))
        {
            both[name] = value;
        }

        return both;
    }
}
