using MeshStack.Infra.Offline;
using MeshStack.Manifests;
using MeshStack.Offline;

namespace MeshStack.Cli.Reports;

/// <summary>What one cluster gets, by the component that makes it.</summary>
internal sealed record ClusterView(string Name, ClusterIdentity Identity, string? Context, IReadOnlyList<ComponentView> Components)
{
    /// <summary>A namespace is a component of one object: it is shown as the mesh's.</summary>
    private static ResourceId? Shown(ResourceId? parent, StackPreview preview)
        => parent is { } id && id.Type.EndsWith(":MeshNamespace", StringComparison.Ordinal)
            ? new ResourceId("meshstack:index:Mesh", preview.Definition.Mesh.MeshId!)
            : parent;

    public int Objects => Components.Sum(c => c.Objects.Count);

    public static IReadOnlyList<ClusterView> Of(StackPreview preview)
    {
        var byCluster = preview.Recording.Resources
            .Where(r => r is { Cluster: not null, IsRead: false } && (r.Manifest != null || r.HelmRelease != null))
            .ToLookup(r => r.Cluster!, StringComparer.Ordinal);
        var order = preview.Definition.Kinds.ComponentTypes.ToList();
        return [.. preview.Definition.Clusters.Select(cluster => new ClusterView(
            cluster.Name,
            cluster.Plane.Cluster,
            cluster.Cluster.Context,
            [.. byCluster[cluster.Name]
                .GroupBy(r => Shown(r.Parent, preview))
                .Select(g => ComponentView.Of(g.Key, g, preview.Sources))
                .OrderBy(c => order.IndexOf(c.Type) is var rank and >= 0 ? rank : order.Count)
                .ThenBy(c => c.Name, StringComparer.Ordinal)]))];
    }
}
