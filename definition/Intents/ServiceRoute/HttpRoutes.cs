using System.Text.RegularExpressions;
using MeshStack.Definition.Istio;

namespace MeshStack.Definition.Intents;

/// <summary>The routes of a service in Istio's words.</summary>
/// <param name="root">The route.</param>
/// <param name="place">Where it holds.</param>
internal sealed class HttpRoutes(ServiceRouteIntent root, RoutePlace place)
{
    private readonly InboundServiceIntent _service = root.Service!;

    /// <summary>The routes in their order; the last takes what no other one does, which would be answered with 404.</summary>
    public static IReadOnlyList<HttpRoute> Of(ServiceRouteIntent route, RoutePlace place)
    {
        var routes = new HttpRoutes(route, place);
        List<HttpRoute> all = [];
        foreach (var one in route.Routes.SelectMany(routes.Of))
        {
            all.Add(one);

            // What comes behind is never used.
            if (one.Match.Count == 0)
            {
                return all;
            }
        }

        return [.. all, new() { Route = [routes.Rest] }];
    }

    /// <summary>Whether routes say no more than that calls go where they would go without them.</summary>
    public static bool AreNone(IReadOnlyList<HttpRoute> routes) =>
        routes is [{ Route: [{ Destination: { Subset: null, Port: null } }] } only] && only.ToTree() is { Count: 1 };

    /// <summary>The routes of a part, which stand in an object of their own.</summary>
    public static IReadOnlyList<HttpRoute> OfPart(ServiceRouteIntent part) => Of(part, RoutePlace.Home(part.Service!));

    /// <summary>The matches of a route in Istio's words; none where it takes everything.</summary>
    public static IReadOnlyList<HttpMatch> Matches(RouteSettings route, Func<string, int?> portOf) =>
        route.Match.Any(match => match.IsEverything) ? []
        : route.Match.SelectMany(match => Matches(match, portOf)).ToList() is var matches && matches.Contains(new HttpMatch()) ? []
        : matches;

    private HttpRouteDestination Rest => new() { Destination = Destination(null, null, null) };

    private IEnumerable<HttpRoute> Of(RouteSettings route)
    {
        // What is for another port is for none that is asked for there.
        if (place.Only is { } only && route.Match.Any(match => match.Port is { } name && name != only.Name))
        {
            route = route with { Match = [.. route.Match.Where(match => match.Port is not { } name || name == only.Name)] };
            if (route.Match.Count == 0)
            {
                return [];
            }
        }

        var matches = Matches(route, PortOf);
        if (route.Part is { } part)
        {
            return place.HasParts
                ?
                [
                    new()
                    {
                        Name = route.Name,
                        Match = matches,
                        Delegate = new() { Name = NameOf(part), Namespace = part.Service!.Namespace },
                    },
                ]
                : Of(part, place)
                    .Select(inner => (Inner: inner, Match: PartMatches.Merge(matches, inner.Match)))
                    .Where(one => one.Match is not null)
                    .Select(one => one.Inner with { Match = one.Match! });
        }

        return [Of(route, matches)];
    }

    /// <summary>Name of the object of a route.</summary>
    public static string NameOf(ServiceRouteIntent route) => $"{route.Name}-routes";

    private HttpRoute Of(RouteSettings route, IReadOnlyList<HttpMatch> matches) =>
        new()
        {
            Name = route.Name,
            Match = matches,
            Route = route is { Redirect: null, Response: null } ? Targets(route) : [],
            Redirect = route.Redirect,
            DirectResponse = route.Response,
            Timeout = route.Timeout,
            Retries = route.Retries,
            Fault = route.Fault,
            Mirrors = route.Mirror is { } mirror ? [Mirror(mirror)] : [],
            Rewrite = route.Rewrite,
            CorsPolicy = route.Cors,
            Headers = route.Headers,
        };

    private HttpMirror Mirror(RouteMirrorSettings mirror) =>
        new()
        {
            Destination = Destination(mirror.Service, mirror.Subset, mirror.Port),
            Percentage = new() { Value = mirror.Percentage ?? 100 },
        };

    private IReadOnlyList<HttpRouteDestination> Targets(RouteSettings route)
    {
        if (route.Canary is { } canary)
        {
            return Split([(canary.From, 100 - canary.Share), (canary.To, canary.Share)]);
        }

        return route.To switch
        {
            [] => DefaultFor(route) is { } other ? Targets(other) : [Rest],
            [var only] => [new() { Destination = Destination(only.Service, only.Subset, only.Port) }],
            var several => Joined(several.Select(target => (Destination(target.Service, target.Subset, target.Port), target.Weight ?? 0))),
        };
    }

    // What says only how to call, and not whom, leaves the versions to the route that takes everything else.
    private RouteSettings? DefaultFor(RouteSettings route) =>
        root.Routes.FirstOrDefault(one =>
            one != route && one.Match.All(match => match.IsEverything) && (one.To.Count > 0 || one.Canary is not null)
        );

    private IReadOnlyList<HttpRouteDestination> Split(IReadOnlyList<(string Subset, int Weight)> shares)
    {
        return Joined(shares.Where(share => share.Weight > 0).Select(share => (Destination(null, share.Subset, null), share.Weight)));
    }

    // Where clusters cannot be told apart, what goes to either goes to one.
    private static IReadOnlyList<HttpRouteDestination> Joined(IEnumerable<(Destination Destination, int Weight)> shares)
    {
        var joined = shares.GroupBy(share => share.Destination, share => share.Weight).ToList();
        return
        [
            .. joined.Select(share => new HttpRouteDestination { Destination = share.Key, Weight = joined.Count > 1 ? share.Sum() : null }),
        ];
    }

    // At home a service that others import has its own instances only.
    private string? SubsetOf(InboundServiceIntent server, string? name) =>
        !place.TellsClusters && VersionsOf(server).FirstOrDefault(version => version.Name == name) is { Labels.Count: 0 } ? null : name;

    private IReadOnlyList<RouteSubsetSettings> VersionsOf(InboundServiceIntent server) =>
        (
            IsOwn(server)
                ? root.PartOf is null
                    ? root.Subsets
                    : root.Service!.Route?.Subsets
                : server.Route?.Subsets
        ) ?? [];

    private Destination Destination(InboundServiceIntent? other, string? subset, string? port)
    {
        var server = other ?? _service;
        var number =
            port is not null && server.PortOf(port) is { } named ? place.NumberOf(server, named)
            : !IsOwn(server) ? place.NumberOf(server, FirstOfHttp(server))
            : place.Only is { } only && IsOfWhole ? place.NumberOf(server, only)
            // What is asked for at the host of the whole says nothing of the ports of another service.
            : IsOfWhole ? (int?)null
            : place.NumberOf(server, FirstOfHttp(server));
        return new()
        {
            Host = place.HostOf(server),
            Subset = SubsetOf(server, subset),
            Port = number is { } known ? new() { Number = known } : null,
        };
    }

    // A part may be for the service of the whole itself.
    private bool IsOfWhole => root.PartOf is not { } whole || _service.Route?.Name == whole;

    private bool IsOwn(InboundServiceIntent server) =>
        (server.Namespace, server.Service) == (_service.Namespace, _service.Service)
        && server.Places.Any(one => _service.Places.Any(own => own.ControlPlane.Cluster.Name == one.ControlPlane.Cluster.Name));

    private static ServicePort FirstOfHttp(InboundServiceIntent server) =>
        server.ServedPorts.FirstOrDefault(p => p.IsHttp) ?? server.ServedPorts[0];

    // At a gateway the port is the gateway's, and says nothing of the service.
    private int? PortOf(string name) => place.Only is null && _service.PortOf(name) is { } port ? place.NumberOf(_service, port) : null;

    /// <summary>A match in Istio's words, once for each of its methods.</summary>
    public static IEnumerable<HttpMatch> Matches(RouteMatchSettings match, Func<string, int?> portOf)
    {
        var headers = Lowered(match.Headers ?? Empty.Map<StringMatch>());
        foreach (var (name, value) in match.Cookies ?? Empty.Map<StringMatch>())
        {
            headers["cookie"] = StringMatch.Regex(Cookie(name, value));
        }

        var one = new HttpMatch
        {
            Uri = match.Path,
            IgnoreUriCase = match.IgnorePathCase == true ? true : null,
            Headers = headers.Count > 0 ? headers : null,
            WithoutHeaders = match.WithoutHeaders is null ? null : Lowered(match.WithoutHeaders),
            QueryParams = match.Query,
            Port = match.Port is { } port ? portOf(port) : null,
        };
        return match.Methods.Count == 0 ? [one] : match.Methods.Select(method => one with { Method = StringMatch.Exact(method) });
    }

    private static SortedDictionary<string, StringMatch> Lowered(IReadOnlyDictionary<string, StringMatch> headers)
    {
        var lowered = new SortedDictionary<string, StringMatch>(StringComparer.Ordinal);
        foreach (var (name, value) in headers)
        {
            lowered[name.ToLowerInvariant()] = value;
        }

        return lowered;
    }

    // A header holds all cookies, each behind a semicolon.
    private static string Cookie(string name, StringMatch value)
    {
        var text =
            value.ExactValue is { } exact ? Regex.Escape(exact)
            : value.PrefixValue is { } prefix ? Regex.Escape(prefix) + "[^;]*"
            : value.RegexValue is { } regex ? $"({regex})"
            : "[^;]*";
        return $"(.*;\\s*)?{Regex.Escape(name)}={text}(;.*)?";
    }
}
