using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Symbolic;

/// <summary>The requests that an entry of a route's match takes.</summary>
internal static class SymbolicMatch
{
    public static RequestBounds Of(HttpMatch match, SymbolicRequest symbolic, HttpRequest http)
    {
        var result = Of(Test(match.Scheme, http.Scheme)).Intersect(Of(Test(match.Authority, http.Authority)));
        if (match.Method is { } method)
        {
            result = result.Intersect(RequestBounds.From(method.Texts(), RequestSet.Methods));
        }

        if (match.Uri is { } uri)
        {
            result = result.Intersect(symbolic.PathIn(uri.Texts(match.IgnoreUriCase)));
        }

        foreach (var (name, header) in match.Headers)
        {
            result = result.Intersect(Header(name, header, symbolic, http));
        }

        foreach (var (name, header) in match.WithoutHeaders)
        {
            result = result.Except(HeaderOrNone(name, header, symbolic, http));
        }

        if (match.Unreadable is { } unreadable)
        {
            result = result.Intersect(RequestBounds.Unknown(RequestSet.Everything, unreadable.Reason));
        }

        return match.QueryParams.Count == 0
            ? result
            : result.Intersect(
                RequestBounds.Unknown(
                    RequestSet.Everything,
                    $"the route asks for the query parameter {match.QueryParams[0].Name}, and queries are not evaluated"
                )
            );
    }

    private static RequestBounds Header(string name, StringMatch match, SymbolicRequest symbolic, HttpRequest http) =>
        ClaimMatch.PathOf(name) is { } path ? Claim(path, match, symbolic) : symbolic.HeaderIn(name, match.Texts(), http);

    // A header that must not match is the empty text where it is missing, but where any text will do.
    private static RequestBounds HeaderOrNone(string name, StringMatch match, SymbolicRequest symbolic, HttpRequest http)
    {
        var having = Header(name, match, symbolic, http);
        if (match.Form == StringMatch.Kind.Present || ClaimMatch.PathOf(name) is not null)
        {
            return having;
        }

        var missing = RequestBounds.Everything.Except(symbolic.HeaderIn(name, TextBounds.From(TextSet.Everything), http));
        var texts = match.Texts();
        return texts.Contains("") switch
        {
            true => having.Union(missing),
            false => having,
            null => having.Union(missing.Intersect(RequestBounds.Unknown(RequestSet.Everything, texts.Reason!))),
        };
    }

    /// <summary>The requests with such a claim, of requests whose tokens the gateway has read.</summary>
    private static RequestBounds Claim(string path, StringMatch match, SymbolicRequest symbolic)
    {
        if (!symbolic.SeesClaims)
        {
            return RequestBounds.Nothing;
        }

        var having = RequestSet.WithoutRequestPrincipal.Complement();
        return path is "iss" or "sub"
            ? RequestBounds.Unknown(having, $"a route's match on the claim {path} is not evaluated for all requests at once")
            : RequestBounds.From(match.Texts(), texts => RequestSet.Claim(path.Replace('/', '.'), texts).Intersect(having));
    }

    private static Certainty Test(StringMatch? match, string value) => match is null ? Certainty.Yes : match.Matches(value);

    private static RequestBounds Of(Certainty certainty) =>
        certainty.Value switch
        {
            true => RequestBounds.Everything,
            false => RequestBounds.Nothing,
            null => RequestBounds.Unknown(RequestSet.Everything, certainty.Why!),
        };
}
