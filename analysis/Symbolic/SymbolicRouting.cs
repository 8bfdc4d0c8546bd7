using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Evaluation.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Symbolic;

/// <summary>HTTP routes over all requests at once: each takes its part of those that the ones before it left.</summary>
internal sealed class SymbolicRouting
{
    // Each request that a match may or may not take goes two ways, and so does each way again: so many of them are followed.
    private const int MostWays = 150;

    private const int MostUnknown = 6;

    private readonly Client _client;
    private readonly RouteOrigin _origin;
    private readonly IReadOnlyList<HttpRoute> _routes;
    private readonly (HttpRoute Route, HttpMatch? Match)[] _places;
    private readonly RequestBounds[] _taken;
    private readonly int _mostUnknown;

    private SymbolicRouting(SymbolicRequest all, Client client, RequestContext context, IReadOnlyList<HttpRoute> routes, RouteOrigin origin)
    {
        (_client, _routes, _origin) = (client, routes, origin);
        _places = [.. routes.SelectMany(route => PlacesOf(route, origin))];
        _taken =
        [
            .. _places.Select(place => place.Match is null ? RequestBounds.Everything : SymbolicMatch.Of(place.Match, all, context.Http!)),
        ];
        _mostUnknown = DepthOf(_taken.Count(taken => !taken.Undecided.IsEmpty));
    }

    // Of n matches, one way more for each choice of at most so many of them.
    private static int DepthOf(int unknown)
    {
        var (depth, ways, choices) = (0, 1L, 1L);
        while (depth < Math.Min(unknown, MostUnknown) && ways <= MostWays)
        {
            choices = choices * (unknown - depth) / (depth + 1);
            ways += choices;
            depth++;
        }

        return ways > MostWays ? depth - 1 : depth;
    }

    public static Verdict Follow(
        SymbolicRequest all,
        Client client,
        RequestContext context,
        IReadOnlyList<HttpRoute> routes,
        RouteOrigin origin
    )
    {
        foreach (var route in routes)
        {
            all.Trace?.Ask(route.Manifest);
        }

        return new SymbolicRouting(all, client, context, routes, origin).From(0, context, all, unknown: 0);
    }

    private static IEnumerable<(HttpRoute Route, HttpMatch? Match)> PlacesOf(HttpRoute route, RouteOrigin origin) =>
        route.Matches.Count == 0
            ? [(route, null)]
            : route.Matches.Where(match => match.IsFor(origin)).Select(match => (route, (HttpMatch?)match));

    /// <summary>What becomes of requests that no match before one has taken.</summary>
    private Verdict From(int first, RequestContext context, SymbolicRequest rest, int unknown)
    {
        List<Verdict> parts = [];
        for (var i = first; i < _places.Length && !rest.Requests.Possible.IsEmpty; i++)
        {
            var (next, (route, match)) = (i + 1, _places[i]);
            var taken = _taken[i];
            rest.Trace?.Pass(route.PlaceOf(match), taken.Possible, rest.Requests.Possible);
            Add(RequestBounds.From(taken.Certain), part => HttpRouting.Act(_client, part, route, match, _origin));
            Add(RequestBounds.From(taken.Undecided), part => Either(next, part, route, match, string.Join("; ", taken.Reasons), unknown));
            rest = rest with { Requests = rest.Requests.Except(RequestBounds.From(taken.Possible)) };
        }

        if (!rest.Requests.Possible.IsEmpty)
        {
            Unrouted(context with { Requests = rest }, _routes);
        }

        if (parts.Count == 0)
        {
            return context.Unreachable(AccessStep.Route, _client, HttpRouting.NoRoute, _routes[^1].Because("it does not match"));
        }

        var said = parts.Find(part => !SymbolicOutcome.From(part).Requests.Possible.IsEmpty) ?? parts[0];
        return said with { Outcome = SymbolicOutcome.Union([.. parts.Select(SymbolicOutcome.From)]) };

        void Add(RequestBounds requests, Func<RequestContext, Verdict> send)
        {
            var part = rest.Narrowed(requests);
            if (!part.Requests.Possible.IsEmpty)
            {
                parts.Add(send(context with { Requests = part }));
            }
        }
    }

    /// <summary>What becomes of requests that a match may take: what lets them through both ways lets them through.</summary>
    private Verdict Either(int next, RequestContext part, HttpRoute route, HttpMatch? match, string reasons, int unknown)
    {
        if (unknown >= _mostUnknown)
        {
            part.Requests.Perhaps(part, perhaps => HttpRouting.Act(_client, perhaps, route, match, _origin));
            return part.Undecided(AccessStep.Route, _client, reasons, route.Because("it may match"));
        }

        var perhaps = part with { IsPerhaps = true };
        Verdict[] ways =
        [
            HttpRouting.Act(_client, perhaps, route, match, _origin),
            From(next, perhaps, (SymbolicRequest)part.Requests, unknown + 1),
        ];
        var outcomes = ways.Select(SymbolicOutcome.From).ToList();
        var said = ways[outcomes[0].Requests.Possible.IsEmpty ? 1 : 0];
        var joined = SymbolicBranches.Join(outcomes, reasons);
        return said with { Outcome = joined with { Copies = [.. joined.Copies.Distinct().Select(Perhaps)] } };

        // Who gets a copy on one way alone may get it.
        MirroredRequest Perhaps(MirroredRequest copy)
        {
            if (copy.Verdict.Outcome is not SymbolicOutcome of || outcomes.TrueForAll(one => one.Copies.Contains(copy)))
            {
                return copy;
            }

            var perhaps = of with { Requests = RequestBounds.Unknown(of.Requests.Possible, reasons) };
            return copy with { Verdict = copy.Verdict with { Outcome = perhaps } };
        }
    }

    // Whoever takes a part of the requests alone says that nobody gets the rest.
    private static void Unrouted(RequestContext context, IReadOnlyList<HttpRoute> routes)
    {
        var told = routes
            .Select(route => (route.Root ?? route).Manifest)
            .Distinct()
            .Aggregate(context, (routed, manifest) => routed.Routed(Cause.From(manifest, "none of its routes matches")));
        told.Requests.Handle(CallEffect.Answered, told, new("404, as no route matches"));
    }
}
