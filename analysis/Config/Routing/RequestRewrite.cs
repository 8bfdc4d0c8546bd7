using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>What a route makes of a request before it goes on.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite and #Headers.</remarks>
internal static class RequestRewrite
{
    public static (HttpRequest? Request, string? Why) Apply(HttpRoute route, HttpMatch? match, HttpRequest request)
    {
        var rewrite = route["rewrite"];
        var result = request;
        if (rewrite["uri"].Text is { Length: > 0 } uri)
        {
            result = result with { Path = Prefix(request, match, uri) };
        }

        if (rewrite["uriRegexRewrite"]["match"].Text is { Length: > 0 } pattern)
        {
            if (Replace(request.PathWithoutQuery, pattern, rewrite["uriRegexRewrite"]["rewrite"].Text ?? "") is not { } path)
            {
                return (null, $"the regular expression {RegexMatch.Shown(pattern)} cannot be evaluated");
            }

            result = result with { Path = path + request.Path[request.PathWithoutQuery.Length..] };
        }

        if (rewrite["authority"].Text is { Length: > 0 } authority)
        {
            result = result with { Authority = authority };
        }

        return (Headers(result, route["headers"]["request"], route.OwnerOf("headers").Manifest), null);
    }

    /// <param name="request">The request.</param>
    /// <param name="changes">What is removed, added and set.</param>
    /// <param name="manifest">The object that says so.</param>
    public static HttpRequest Headers(HttpRequest request, Field changes, Manifest manifest)
    {
        if (!changes.Exists)
        {
            return request;
        }

        var result = changes["remove"].Texts().Aggregate(request, (left, name) => left.With(name, new(Value: null)));
        foreach (var (name, value) in changes["add"].Map().OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            result = Mask.IsIn(value) ? result.With(name, HeaderChange.Masked(changes["add"][name], manifest)) : result.Add(name, value);
        }

        foreach (var (name, value) in changes["set"].Map().OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            result = name.ToLowerInvariant() is "host" or ":authority"
                ? result with
                {
                    Authority = value,
                }
                : result.With(name, Mask.IsIn(value) ? HeaderChange.Masked(changes["set"][name], manifest) : new(value));
        }

        return result;
    }

    // Only what the match took is replaced; a regular expression takes all of the path, no match takes the first slash.
    private static string Prefix(HttpRequest request, HttpMatch? match, string uri)
    {
        var taken = match?.Uri switch
        {
            null => 1,
            { Form: StringMatch.Kind.Prefix } prefix => prefix.Text.Length,
            _ => request.PathWithoutQuery.Length,
        };
        return uri + request.Path[Math.Min(taken, request.Path.Length)..];
    }

    private static string? Replace(string path, string pattern, string replacement)
    {
        if (
            Placeholder.IsIn(pattern)
            || Placeholder.IsIn(replacement)
            || !RegexMatch.IsPlain(path)
            || RegexMatch.Compile(pattern, isWhole: false) is not { } regex
        )
        {
            return null;
        }

        var groups = replacement.Replace("$", "$$", StringComparison.Ordinal);
        for (var group = 0; group <= 9; group++)
        {
            groups = groups.Replace($@"\{group}", $"${{{group}}}", StringComparison.Ordinal);
        }

        return regex.Replace(path, groups);
    }
}
