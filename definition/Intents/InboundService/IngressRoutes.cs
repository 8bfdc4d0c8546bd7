using MeshStack.Definition.Istio;

namespace MeshStack.Definition.Intents;

/// <summary>What becomes of requests that come in by a host: of those of other services' paths, and of the rest.</summary>
internal static class IngressRoutes
{
    /// <summary>The routes of a service's host; null where all requests go to the service.</summary>
    /// <param name="service">The service that has the host.</param>
    public static IReadOnlyList<HttpRoute>? Of(InboundServiceIntent service)
    {
        if (service is { Sharing.Count: 0, ExternalPaths.Count: 0 } and ({ Route: null } or { Route.IsForIngress: false }))
        {
            return null;
        }

        // The longest path first, as the first match counts; an exact one before what begins with it.
        var paths =
            from one in service.Sharing.Append(service)
            from path in one.ExternalPaths
            orderby path.TrimEnd('*').Length descending, path.EndsWith('*'), path
            select Within(path, Routes(one));
        return [.. paths.SelectMany(routes => routes), .. service.ExternalPaths.Count == 0 ? Routes(service) : []];
    }

    private static IReadOnlyList<HttpRoute> Routes(InboundServiceIntent service) =>
        service.Route is { IsForIngress: true, Routes.Count: > 0 } route
            ? HttpRoutes.Of(route, RoutePlace.Ingress(service))
            :
            [
                new()
                {
                    Route =
                    [
                        new()
                        {
                            Destination = new()
                            {
                                Host = service.Host,
                                Port = new() { Number = service.PortForOutside.Number },
                            },
                        },
                    ],
                },
            ];

    private static IEnumerable<HttpRoute> Within(string path, IReadOnlyList<HttpRoute> routes)
    {
        var uri = path.EndsWith('*') ? StringMatch.Prefix(path[..^1]) : StringMatch.Exact(path);
        HashSet<HttpMatch> taken = [];
        foreach (var route in routes)
        {
            IEnumerable<(HttpMatch Match, string Left)> matches =
                route.Match.Count == 0
                    ? [(new() { Uri = uri }, Behind(uri, null))]
                    : route.Match.SelectMany(match => Within(uri, match).Select(narrowed => (narrowed, Behind(narrowed.Uri, match.Uri))));
            foreach (
                var left in matches
                    .Where(one => taken.Add(one.Match))
                    .GroupBy(one => route.Rewrite?.Uri is null ? "" : one.Left, one => one.Match, StringComparer.Ordinal)
            )
            {
                yield return route with
                {
                    Match = [.. left],
                    // The new path takes the place of what matched, which is longer here.
                    Rewrite = left.Key.Length > 0 ? route.Rewrite! with { Uri = route.Rewrite.Uri + left.Key } : route.Rewrite,
                };
            }
        }
    }

    // What a narrowed path has behind the one that it was.
    private static string Behind(StringMatch? narrowed, StringMatch? was) =>
        narrowed == was || (narrowed?.ExactValue ?? narrowed?.PrefixValue) is not { } text ? ""
        : (was?.PrefixValue ?? "/") is var prefix && text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..]
        : "";

    // A match has one condition for the path: the narrower of the two, where one is within the other.
    private static IEnumerable<HttpMatch> Within(StringMatch uri, HttpMatch match) =>
        match.Uri is not { } own || RouteCoverage.Covers(own, uri) ? [match with { Uri = uri, IgnoreUriCase = null }]
        : RouteCoverage.Covers(uri, own) ? [match]
        : [];
}
