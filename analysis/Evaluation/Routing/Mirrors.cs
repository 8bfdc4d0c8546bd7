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
        var context = request with { IsCopy = true };
        List<MirroredRequest>? copies = null;
        var mirror = route["mirror"];
        if (
            mirror.Exists
            && (route["mirrorPercentage"].Exists ? IsSent(route["mirrorPercentage"]) : !(route["mirrorPercent"].Number is <= 0))
        )
        {
            Add(mirror, route.OwnerOf("mirror"));
        }

        if (Mask.IsIn(route["mirrors"].Text))
        {
            Add(route["mirrors"], route.OwnerOf("mirrors"));
        }

        foreach (var policy in route["mirrors"].Items)
        {
            if (policy["destination"].Exists && IsSent(policy["percentage"]))
            {
                Add(policy["destination"], route.OwnerOf("mirrors"));
            }
        }

        return copies ?? (IReadOnlyList<MirroredRequest>)[];

        void Add(Field destination, HttpRoute owner)
        {
            if (Mask.IsWithin(destination.Value))
            {
                // Where copies go that nobody can see is known of no target.
                var hidden = context.Undecided(AccessStep.Route, client, Unreadable.From(owner.Manifest, destination.Path));
                (copies ??= []).Add(new(client.ControlPlane.Name, "", MaskedText.Secret, 0, hidden));
            }
            else if (
                destination["host"].Text is { Length: > 0 } given
                && client.Registry.Find(HostMatch.Full(given, owner.Namespace), client.Workload.Namespace) is { Service: { } service }
            )
            {
                var verdict = Destinations.To(client, context, destination, null, owner.Manifest, owner.Because, origin, isHttp: true);
                var port = Destinations.PortOf(client, destination, service, origin, isHttp: true);
                (copies ??= []).Add(new(service.Cluster, service.Namespace, service.Name, port, verdict));
            }
        }
    }

    // Without a share all are copied, with an empty one none; of a masked one some may be.
    private static bool IsSent(Field percentage) =>
        !percentage.Exists || percentage.Text is not null || percentage["value"].Text is not null || percentage["value"].Number is > 0;
}
