using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Routing;

/// <summary>The first HTTP route that takes a request, and what it does with it.</summary>
internal static class HttpRouting
{
    /// <summary>What becomes of requests that no route takes.</summary>
    public const string NoRoute = "no route matches: the proxy answers 404";

    /// <param name="client">The proxy that routes.</param>
    /// <param name="context">The request.</param>
    /// <param name="routes">The routes, in their order.</param>
    /// <param name="origin">The gateway or sidecar that they are for.</param>
    /// <param name="byDefault">What happens where no route is for this proxy.</param>
    /// <param name="unrouted">Where requests would go without the routes; null where that is nowhere.</param>
    public static Verdict Follow(
        Client client,
        RequestContext context,
        IReadOnlyList<HttpRoute> routes,
        RouteOrigin origin,
        Func<Verdict> byDefault,
        Func<Verdict>? unrouted
    )
    {
        HttpRoute[] usable = [.. routes.Where(route => route.IsFor(origin))];
        return usable.Length == 0 ? byDefault() : context.Requests.Route(client, context, usable, origin, unrouted);
    }

    /// <summary>What the first route does that takes the request.</summary>
    public static Verdict First(
        Client client,
        RequestContext context,
        IReadOnlyList<HttpRoute> routes,
        RouteOrigin origin,
        Func<Verdict>? unrouted
    )
    {
        for (var i = 0; i < routes.Count; i++)
        {
            var route = routes[i];
            var (certainty, match) = route.Find(context.Http!, origin);
            if (certainty.IsYes)
            {
                return Act(client, context, route, match, origin);
            }

            if (!certainty.IsNo)
            {
                return Either(client, context, routes, i, match, origin, certainty.Why!);
            }
        }

        var refusal = context.Unreachable(
            AccessStep.Route,
            client,
            NoRoute,
            [.. routes.Select(route => route.Manifest).Distinct().Select(manifest => Cause.From(manifest, "none of its routes matches"))]
        );
        return context.Requests.Past(refusal, unrouted ?? (() => ToOnlyDestination(client, context, routes, origin) ?? refusal));
    }

    // Where the request gets through, or does not, whether the route takes it or those behind it, nothing hangs on the match.
    private static Verdict Either(
        Client client,
        RequestContext context,
        IReadOnlyList<HttpRoute> routes,
        int index,
        HttpMatch? match,
        RouteOrigin origin,
        string why
    )
    {
        var route = routes[index];
        var cause = route.Because("it may match");
        if (index + 1 >= routes.Count)
        {
            return context.Undecided(AccessStep.Route, client, why, cause);
        }

        var either = context.Took(AccessStep.Route, client, $"a route may match or not: {why}", cause) with { IsPerhaps = true };
        (string Name, Verdict Verdict)[] ways =
        [
            ("by it", Act(client, either, route, match, origin)),
            ("past it", First(client, either, [.. routes.Skip(index + 1)], origin, unrouted: null)),
        ];
        var isSame =
            ways.All(way => way.Verdict is not Verdict.Undecided)
            && ways.Select(way => way.Verdict is Verdict.Allowed).Distinct().Count() == 1;
        var verdict = isSame ? context.Requests.Join(ways) : context.Undecided(AccessStep.Route, client, why, cause);
        return verdict with { Mirrored = [.. ways.SelectMany(way => way.Verdict.Mirrored).Distinct().Select(Perhaps)] };

        // Who gets a copy on one way alone may get it.
        MirroredRequest Perhaps(MirroredRequest copy) =>
            copy.Verdict is Verdict.Allowed && !ways.All(way => way.Verdict.Mirrored.Contains(copy))
                ? copy with
                {
                    Verdict = context.Undecided(AccessStep.Route, client, why, cause),
                }
                : copy;
    }

    // Where all routes lead to one place, that is where the request was meant to go.
    private static Verdict? ToOnlyDestination(Client client, RequestContext context, IReadOnlyList<HttpRoute> routes, RouteOrigin origin)
    {
        var places = routes
            .SelectMany(route => route["route"].Items)
            .Select(entry => entry["destination"])
            .Select(to => (to["host"].Text, to["port"]["number"].Port(), to["subset"].Text))
            .Distinct()
            .Take(2);
        return places.Count() == 1 && routes.FirstOrDefault(route => route["route"].Items.Count > 0) is { } route
            ? Destinations.Send(client, context, route["route"].Items, route.Manifest, route.Because, origin, isHttp: true)
            : null;
    }

    /// <summary>What a route does with a request that it takes.</summary>
    public static Verdict Act(Client client, RequestContext context, HttpRoute route, HttpMatch? match, RouteOrigin origin)
    {
        if (route.Unreadable is { } unreadable)
        {
            context.Requests.Perhaps(context, perhaps => Do(client, perhaps, route, match, origin));
            return context.Undecided(AccessStep.Route, client, unreadable);
        }

        return Do(client, context, route, match, origin);
    }

    /// <summary>What routes may do of which it is not known which one takes a request.</summary>
    public static void MayAct(Client client, RequestContext context, IEnumerable<HttpRoute> routes, RouteOrigin origin) =>
        context.Requests.Perhaps(
            context,
            perhaps =>
            {
                foreach (var route in routes.Where(route => route.IsFor(origin)))
                {
                    _ = Do(client, perhaps, route, null, origin);
                }
            }
        );

    private static Verdict Do(Client client, RequestContext context, HttpRoute route, HttpMatch? match, RouteOrigin origin)
    {
        // Whoever delegates says who routes.
        context = context.Routed((route.Root ?? route).Because("it matches"));
        RouteEffects.Tell(context, route);

        if (route["redirect"].Exists)
        {
            return context.Answered(client, "the proxy answers with a redirect", route.Because("it redirects"));
        }

        if (route["directResponse"].Exists)
        {
            return context.Answered(
                client,
                "the proxy answers itself",
                route.Because($"directResponse has the status {route["directResponse"]["status"].Scalar()}")
            );
        }

        if (AbortedShare(route["fault"]["abort"]) is not { } share)
        {
            return Onward(client, context, route, match, origin);
        }

        var cause = route.Because(FormattableString.Invariant($"fault.abort.percentage is {share}"));
        if (share < 100)
        {
            // Whoever asks again gets through.
            var told = FormattableString.Invariant($"the proxy aborts {share} % of the requests");
            return Onward(client, context.Took(AccessStep.Route, client, told, cause), route, match, origin);
        }

        var aborted = context.Answered(client, "the proxy aborts every request", cause);
        return context.Requests.Past(aborted, () => Onward(client, context, route, match, origin));
    }

    private static Verdict Onward(Client client, RequestContext context, HttpRoute route, HttpMatch? match, RouteOrigin origin)
    {
        var (routed, stop) = context.Requests.Rewrite(client, context, route, match);
        return stop
            ?? Mirrored(
                client,
                routed,
                route,
                origin,
                Destinations.Send(client, routed, route["route"].Items, route.Manifest, route.Because, origin, isHttp: true)
            );
    }

    // Copies are sent whatever the destination answers.
    private static Verdict Mirrored(Client client, RequestContext context, HttpRoute route, RouteOrigin origin, Verdict verdict)
    {
        var copies = Mirrors.Of(client, context, route, origin);
        return copies.Count == 0 ? verdict : context.Requests.WithCopies(verdict, copies);
    }

    /// <summary>The share of requests that a proxy aborts, in percent; null where it aborts none.</summary>
    /// <remarks>
    /// An abort that names no status is dropped, whatever its percentage.
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/route/route.go, TranslateFault.
    /// </remarks>
    public static double? AbortedShare(Field abort) =>
        abort["percentage"]["value"].Number is > 0 and var share && (abort["httpStatus"].Exists || abort["grpcStatus"].Exists)
            ? share
            : null;
}
