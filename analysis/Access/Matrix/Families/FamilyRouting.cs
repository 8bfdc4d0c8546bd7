namespace MeshStack.Analysis.Access;

/// <summary>HTTP routes over all requests at once: each takes its part of those that the ones before it left.</summary>
internal static class FamilyRouting
{
    public static Verdict Follow(Client client, Flight flight, IReadOnlyList<HttpRoute> routes, RouteContext context)
    {
        var rest = flight.Family!;
        List<Verdict> parts = [];
        foreach (var route in routes)
        {
            rest.Trail?.Ask(route.Manifest);
            HttpMatch?[] matches = route.Matches.Count == 0 ? [null] : [.. route.Matches.Where(match => match.IsFor(context))];
            foreach (var match in matches)
            {
                if (rest.Requests.Possible.IsEmpty)
                {
                    break;
                }

                var taken = match is null ? RequestBounds.Everything : FamilyMatch.Of(match, flight.Family!, flight.Http!);
                rest.Trail?.Pass(route.PlaceOf(match), taken.Possible, rest.Requests.Possible);
                Add(RequestBounds.Of(taken.Certain), part => HttpRouting.Act(client, part, route, match, context));
                Add(
                    RequestBounds.Of(taken.Undecided),
                    part => part.Undecided(AccessStep.Route, client, string.Join("; ", taken.Reasons), route.Because("it may match"))
                );
                rest = rest with { Requests = rest.Requests.Except(RequestBounds.Of(taken.Possible)) };
            }
        }

        if (parts.Count == 0)
        {
            return flight.Unreachable(
                AccessStep.Route,
                client,
                "no route matches: the proxy answers 404",
                routes[^1].Because("it does not match")
            );
        }

        return parts.Find(part => !part.Family!.Requests.Possible.IsEmpty) is { } first
            ? first with
            {
                Family = FamilyOutcome.Union([.. parts.Select(part => part.Family!)]),
            }
            : parts[0];

        void Add(RequestBounds requests, Func<Flight, Verdict> send)
        {
            var part = rest.Narrowed(requests);
            if (!part.Requests.Possible.IsEmpty)
            {
                parts.Add(send(flight with { Family = part }));
            }
        }
    }
}
