namespace MeshStack.Analysis.Access;

/// <summary>The first HTTP route that takes a request, and what it does with it.</summary>
internal static class HttpRouting
{
    /// <param name="client">The proxy that routes.</param>
    /// <param name="flight">The request.</param>
    /// <param name="routes">The routes, in their order.</param>
    /// <param name="context">The gateway or sidecar that they are for.</param>
    /// <param name="byDefault">What happens where no route is for this proxy.</param>
    public static Verdict Follow(
        Client client,
        Flight flight,
        IReadOnlyList<HttpRoute> routes,
        RouteContext context,
        Func<Verdict> byDefault
    )
    {
        HttpRoute[] usable = [.. routes.Where(route => route.IsFor(context))];
        if (usable.Length == 0)
        {
            return byDefault();
        }

        if (flight.Family is not null)
        {
            return FamilyRouting.Follow(client, flight, usable, context);
        }

        foreach (var route in usable)
        {
            var (certainty, match) = route.Find(flight.Http!, context);
            if (certainty.IsYes)
            {
                return Act(client, flight, route, match, context);
            }

            if (!certainty.IsNo)
            {
                return flight.Undecided(AccessStep.Route, client, certainty.Why!, route.Because("it may match"));
            }
        }

        return flight.Unreachable(
            AccessStep.Route,
            client,
            "no route matches: the proxy answers 404",
            [.. usable.Select(route => route.Manifest).Distinct().Select(manifest => Cause.Of(manifest, "none of its routes matches"))]
        );
    }

    /// <summary>What a route does with a request that it takes.</summary>
    public static Verdict Act(Client client, Flight flight, HttpRoute route, HttpMatch? match, RouteContext context)
    {
        if (route.Unreadable is { } unreadable)
        {
            return flight.Undecided(AccessStep.Route, client, unreadable);
        }

        if (route["redirect"].Exists)
        {
            return flight.Unreachable(AccessStep.Route, client, "the proxy answers with a redirect", route.Because("it redirects"));
        }

        if (route["directResponse"].Exists)
        {
            return flight.Unreachable(
                AccessStep.Route,
                client,
                "the proxy answers itself",
                route.Because($"directResponse has the status {route["directResponse"]["status"].Scalar()}")
            );
        }

        var abort = route["fault"]["abort"];
        if (abort["percentage"]["value"].Number is > 0 and var share)
        {
            var because = route.Because($"fault.abort.percentage is {abort["percentage"]["value"].Scalar() ?? "a part"}");
            return share >= 100
                ? flight.Unreachable(AccessStep.Route, client, "the proxy aborts every request", because)
                : flight.Undecided(AccessStep.Route, client, "mixed: the proxy aborts a part of the requests", because);
        }

        if (flight.Family is { } family)
        {
            var taken = flight.Took(AccessStep.Route, client, "the route is taken", route.Because("it matches")) with
            {
                Family = FamilyRewrite.Apply(route, match, family),
                Http = FamilyRewrite.Authority(route, flight.Http!),
            };
            return Destinations.Send(client, taken, route["route"].Items, route.Manifest, route.Because, context);
        }

        var (http, why) = RequestRewrite.Apply(route, match, flight.Http!);
        if (http is null)
        {
            return flight.Undecided(AccessStep.Route, client, why!, route.Because("it rewrites the request"));
        }

        var routed = flight.Took(
            AccessStep.Route,
            client,
            http == flight.Http ? "the route is taken" : $"the route is taken, as {http.Method} {http.Authority} {http.Path}",
            route.Because("it matches")
        ) with
        {
            Http = http,
        };
        return Destinations.Send(client, routed, route["route"].Items, route.Manifest, route.Because, context);
    }
}
