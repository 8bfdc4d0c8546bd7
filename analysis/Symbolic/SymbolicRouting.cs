using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Evaluation.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Symbolic;

/// <summary>HTTP routes over all requests at once: each takes its part of those that the ones before it left.</summary>
internal static class SymbolicRouting
{
    public static Verdict Follow(
        SymbolicRequest all,
        Client client,
        RequestContext context,
        IReadOnlyList<HttpRoute> routes,
        RouteOrigin origin
    )
    {
        var rest = all;
        List<Verdict> parts = [];
        foreach (var route in routes)
        {
            rest.Trace?.Ask(route.Manifest);
            HttpMatch?[] matches = route.Matches.Count == 0 ? [null] : [.. route.Matches.Where(match => match.IsFor(origin))];
            foreach (var match in matches)
            {
                if (rest.Requests.Possible.IsEmpty)
                {
                    break;
                }

                var taken = match is null ? RequestBounds.Everything : SymbolicMatch.Of(match, all, context.Http!);
                rest.Trace?.Pass(route.PlaceOf(match), taken.Possible, rest.Requests.Possible);
                Add(RequestBounds.From(taken.Certain), part => HttpRouting.Act(client, part, route, match, origin));
                Add(
                    RequestBounds.From(taken.Undecided),
                    part =>
                    {
                        part.Requests.Perhaps(part, perhaps => HttpRouting.Act(client, perhaps, route, match, origin));
                        return part.Undecided(AccessStep.Route, client, string.Join("; ", taken.Reasons), route.Because("it may match"));
                    }
                );
                rest = rest with { Requests = rest.Requests.Except(RequestBounds.From(taken.Possible)) };
            }
        }

        if (!rest.Requests.Possible.IsEmpty)
        {
            Unrouted(context with { Requests = rest }, routes);
        }

        if (parts.Count == 0)
        {
            return context.Unreachable(AccessStep.Route, client, HttpRouting.NoRoute, routes[^1].Because("it does not match"));
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
