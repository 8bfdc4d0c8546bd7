using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Routing;

namespace MeshStack.Analysis.Symbolic;

/// <summary>What a route makes of the requests that it takes.</summary>
internal static class SymbolicRewrite
{
    public static SymbolicRequest Apply(HttpRoute route, HttpMatch? match, SymbolicRequest symbolic)
    {
        var rewrite = route["rewrite"];
        var result = symbolic;
        if (rewrite["uri"].Text is { Length: > 0 } uri)
        {
            result = result.Rewritten(
                match?.Uri switch
                {
                    null => new(1, uri),
                    { Form: StringMatch.Kind.Prefix } prefix => new(prefix.Text.Length, uri),
                    _ => new(null, uri),
                }
            );
        }

        if (rewrite["uriRegexRewrite"]["match"].Text is { Length: > 0 } pattern)
        {
            result = result.Rewritten(new(null, "", $"{route.Manifest.Reference} rewrites the path by the regular expression {pattern}"));
        }

        return result.Changed(route["headers"]["request"], route.OwnerOf("headers").Manifest);
    }

    /// <summary>The request as a route sends it on, as far as it is the same for all.</summary>
    public static HttpRequest Authority(HttpRoute route, HttpRequest http) =>
        RequestRewrite.Headers(
            route["rewrite"]["authority"].Text is { Length: > 0 } authority ? http with { Authority = authority } : http,
            route["headers"]["request"],
            route.OwnerOf("headers").Manifest
        );
}
