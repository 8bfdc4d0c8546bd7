namespace MeshStack.Analysis.Access;

/// <summary>The first HTTP route that takes a request, and what it does with it.</summary>
internal static class HttpRouting
{
    /// <param name="client">The proxy that routes.</param>
    /// <param name="context">The request.</param>
    /// <param name="routes">The routes, in their order.</param>
    /// <param name="origin">The gateway or sidecar that they are for.</param>
    /// <param name="byDefault">What happens where no route is for this proxy.</param>
    public static Verdict Follow(
        Client client,
        RequestContext context,
        IReadOnlyList<HttpRoute> routes,
        RouteOrigin origin,
        Func<Verdict> byDefault
    )
    {
        HttpRoute[] usable = [.. routes.Where(route => route.IsFor(origin))];
        if (usable.Length == 0)
        {
            return byDefault();
        }

        if (context.Symbolic is not null)
        {
            return SymbolicRouting.Follow(client, context, usable, origin);
        }

        foreach (var route in usable)
        {
            var (certainty, match) = route.Find(context.Http!, origin);
            if (certainty.IsYes)
            {
                return Act(client, context, route, match, origin);
            }

            if (!certainty.IsNo)
            {
                return context.Undecided(AccessStep.Route, client, certainty.Why!, route.Because("it may match"));
            }
        }

        return context.Unreachable(
            AccessStep.Route,
            client,
            "no route matches: the proxy answers 404",
            [.. usable.Select(route => route.Manifest).Distinct().Select(manifest => Cause.Of(manifest, "none of its routes matches"))]
        );
    }

    /// <summary>What a route does with a request that it takes.</summary>
    public static Verdict Act(Client client, RequestContext context, HttpRoute route, HttpMatch? match, RouteOrigin origin)
    {
        if (route.Unreadable is { } unreadable)
        {
            return context.Undecided(AccessStep.Route, client, unreadable);
        }

        if (route["redirect"].Exists)
        {
            return context.Unreachable(AccessStep.Route, client, "the proxy answers with a redirect", route.Because("it redirects"));
        }

        if (route["directResponse"].Exists)
        {
            return context.Unreachable(
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
                ? context.Unreachable(AccessStep.Route, client, "the proxy aborts every request", because)
                : context.Undecided(AccessStep.Route, client, "mixed: the proxy aborts a part of the requests", because);
        }

        if (context.Symbolic is { } symbolic)
        {
            var taken = context.Took(AccessStep.Route, client, "the route is taken", route.Because("it matches")) with
            {
                Symbolic = SymbolicRewrite.Apply(route, match, symbolic),
                Http = SymbolicRewrite.Authority(route, context.Http!),
            };
            return Destinations.Send(client, taken, route["route"].Items, route.Manifest, route.Because, origin);
        }

        var (http, why) = RequestRewrite.Apply(route, match, context.Http!);
        if (http is null)
        {
            return context.Undecided(AccessStep.Route, client, why!, route.Because("it rewrites the request"));
        }

        var routed = context.Took(
            AccessStep.Route,
            client,
            http == context.Http ? "the route is taken" : $"the route is taken, as {http.Method} {http.Authority} {http.Path}",
            route.Because("it matches")
        ) with
        {
            Http = http,
        };
        return Destinations.Send(client, routed, route["route"].Items, route.Manifest, route.Because, origin);
    }
}
