using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>Callers let in: an ALLOW policy at the server and, in another cluster, the service imported for each caller's
/// namespace.</summary>
/// <remarks>Istio ORs the ALLOW policies of a workload. Each access owns exactly one, so removing it takes its callers' access away and
/// nobody else's.</remarks>
internal static class ClientAccessPlanner
{
    /// <summary>Lets the callers in.</summary>
    /// <param name="scope">The component.</param>
    /// <param name="access">The access.</param>
    /// <param name="letsIn">Whether the policy is made here, and not where the service is.</param>
    public static void Plan(PlannedScope scope, ClientAccessIntent access, bool letsIn = true)
    {
        // Who has no sidecar calls what its own cluster serves.
        var reached = access.Each.Select(one => one.Service.ControlPlane.ConfigCluster).ToHashSet(StringComparer.Ordinal);
        foreach (var place in PlannedPlace.Of(scope, access.Service))
        {
            if (letsIn && place.IsConfigured && reached.Contains(place.Service.ControlPlane.ConfigCluster))
            {
                Allow(place.Scope, access with { Service = place.Service });
            }
        }

        var each = access.ToEach;
        foreach (var one in each)
        {
            if (one is { ControlPlane: { } client, Namespace: { } home })
            {
                var hasSidecar = one.Type != ClientTypes.Kubernetes;
                scope.Plan.Facts.Callers.Add(new(client.Cluster.Name, home, hasSidecar ? one.ServiceAccount : null, hasSidecar));
            }
        }

        scope.Outputs(Hosts(each));
    }

    private static void Allow(PlannedScope scope, ClientAccessIntent access)
    {
        var service = access.Service;
        scope.Configured(
            service.ControlPlane,
            service.Namespace,
            scope.Child("allow"),
            "AuthorizationPolicy",
            Metadata
                .Of(scope.Name, AccessPolicy.NamespaceFor(service))
                .Marked(AccessPolicy.UntilMark, access.Until is { } until ? (TextValue)until : null),
            AccessPolicy.For(access).ToTree()
        );
    }

    // Callers of other clusters may use another host than those of the service's own.
    private static (string Key, object? Value) Hosts(IReadOnlyList<ClientAccessIntent> each)
    {
        var hosts = each.Select(one => one.Host).Distinct(StringComparer.Ordinal).ToList();
        return hosts is [var host]
            ? ("host", host)
            : (
                "hosts",
                each.DistinctBy(one => one.ControlPlane!.Cluster.Name)
                    .ToImmutableSortedDictionary(one => one.ControlPlane!.Cluster.Name, one => one.Host, StringComparer.Ordinal)
            );
    }
}
