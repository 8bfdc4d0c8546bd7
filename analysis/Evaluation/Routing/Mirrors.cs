using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Routing;

/// <summary>The copies that a route sends of the requests it takes: they arrive as the proxy's own, and nobody waits for an
/// answer.</summary>
/// <remarks>
/// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/route/route.go, applyHTTPRouteDestination,
/// MirrorPercent and MirrorPercentByPolicy. The authority stays as it is: features.DisableShadowHostSuffix.
/// </remarks>
internal static class Mirrors
{
    public static IReadOnlyList<MirroredRequest> Of(Client client, RequestContext request, HttpRoute route, RouteOrigin origin)
    {
        Mirror[] mirrors = [.. In(route).Where(mirror => mirror.Share != Share.None)];
        if (mirrors.Length == 0)
        {
            return [];
        }

        var split = new RouteSplit(
            request.Leg,
            [
                .. mirrors.Select(mirror => new CallShare(
                    Destinations.Of(client, mirror.Destination, mirror.Owner.Namespace, origin, isHttp: true),
                    mirror.Share
                )),
            ],
            areCopies: true,
            mirrors[0].Owner.Because
        );
        request.Requests.Divide(request, split);
        return
        [
            .. mirrors
                .Select((mirror, index) => Copied(client, request with { IsCopy = true, Leg = split.Legs[index] }, mirror, origin))
                .OfType<MirroredRequest>(),
        ];
    }

    private static MirroredRequest? Copied(Client client, RequestContext context, Mirror mirror, RouteOrigin origin)
    {
        var (destination, owner, share) = mirror;
        if (Mask.IsWithin(destination.Value))
        {
            // Where copies go that nobody can see is known of no target.
            var hidden = context.Undecided(AccessStep.Route, client, Unreadable.From(owner.Manifest, destination.Path));
            return new(client.ControlPlane.Name, "", MaskedText.Secret, 0, hidden) { Share = share };
        }

        if (
            destination["host"].Text is not { Length: > 0 } given
            || client.Registry.Find(HostMatch.Full(given, owner.Namespace), client.Workload.Namespace) is not { Service: { } service }
        )
        {
            return null;
        }

        var verdict = Destinations.To(client, context, destination, null, owner.Manifest, owner.Because, origin, isHttp: true);
        var port = Destinations.PortOf(client, destination, service, origin, isHttp: true);
        return new(service.Cluster, service.Namespace, service.Name, port, verdict) { Share = share };
    }

    private static IEnumerable<Mirror> In(HttpRoute route)
    {
        if (route["mirror"] is { Exists: true } mirror)
        {
            var share =
                route["mirrorPercentage"].Exists ? Part(route["mirrorPercentage"])
                : route["mirrorPercent"].Number is { } percent ? Share.OfPercent(percent)
                : Mask.IsIn(route["mirrorPercent"].Text) ? null
                : Share.All;
            yield return new(mirror, route.OwnerOf("mirror"), share);
        }

        if (Mask.IsIn(route["mirrors"].Text))
        {
            yield return new(route["mirrors"], route.OwnerOf("mirrors"), null);
        }

        foreach (var policy in route["mirrors"].Items)
        {
            if (policy["destination"].Exists)
            {
                yield return new(policy["destination"], route.OwnerOf("mirrors"), Part(policy["percentage"]));
            }
        }
    }

    // Without a share all are copied, with an empty one none; of a masked one some may be.
    private static Share? Part(Field percentage) =>
        !percentage.Exists ? Share.All
        : percentage.Text is not null || percentage["value"].Text is not null ? null
        : Share.OfPercent(percentage["value"].Number ?? 0);

    private readonly record struct Mirror(Field Destination, HttpRoute Owner, Share? Share);
}
