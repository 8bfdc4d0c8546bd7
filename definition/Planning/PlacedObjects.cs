using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition.Planning;

/// <summary>Where objects of a cluster stand, and what has to be there before them.</summary>
internal static class PlacedObjects
{
    /// <summary>Adds an object of a namespace that the cluster's own API server has to know.</summary>
    public static ResourceId Owned(
        this PlannedScope scope,
        ControlPlaneModel controlPlane,
        string @namespace,
        LogicalName name,
        string apiVersion,
        string kind,
        IReadOnlyDictionary<string, object> metadata,
        params ReadOnlySpan<(string Key, object Value)> content
    ) =>
        scope.Object(
            name,
            controlPlane.Cluster.Name,
            [.. controlPlane.Ready, .. Home(controlPlane, @namespace)],
            apiVersion,
            kind,
            metadata,
            content
        );

    /// <summary>Adds Istio configuration of a cluster, which stands where its istiod reads configuration.</summary>
    /// <param name="scope">The component that makes the object.</param>
    /// <param name="controlPlane">The cluster that is configured.</param>
    /// <param name="namespace">The namespace that has to be there first.</param>
    /// <param name="name">Logical name of the object.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="spec">Its spec.</param>
    /// <param name="gateway">The gateway that it configures; nothing else waits for a gateway, which may wait for its load balancer in
    /// vain.</param>
    public static ResourceId Configured(
        this PlannedScope scope,
        ControlPlaneModel controlPlane,
        string @namespace,
        LogicalName name,
        string kind,
        IReadOnlyDictionary<string, object> metadata,
        IReadOnlyDictionary<string, object> spec,
        GatewayModel? gateway = null
    )
    {
        var holder = controlPlane.ConfigHolder ?? controlPlane;
        ImmutableArray<ResourceId> own = controlPlane.ConfigHolder is null ? [] : controlPlane.Ready;
        return scope.Object(
            name,
            holder.Cluster.Name,
            [.. holder.Ready, .. own, .. Home(holder, @namespace), .. gateway?.Ready ?? []],
            IstioKinds.ApiVersion(kind),
            kind,
            metadata,
            ("spec", spec)
        );
    }

    private static IEnumerable<ResourceId> Home(ControlPlaneModel controlPlane, string @namespace) =>
        controlPlane.Namespaces.TryGetValue(@namespace, out var made) ? [made] : [];
}
