using MeshStack.Manifests;
using MeshStack.Preview;
using MeshStack.Rendering;

namespace MeshStack.Cli.Reports;

/// <summary>What one cluster gets, by the component that makes it.</summary>
internal sealed record ClusterView(string Name, ClusterIdentity Identity, string? Context, IReadOnlyList<ComponentView> Components)
{
    /// <summary>A namespace is a component of one object: it is shown as the mesh's.</summary>
    private static ResourceId? Shown(ResourceId? parent, IReadOnlyDictionary<ResourceId, RecordedResource> components) =>
        parent is { } id
        && id.Type.EndsWith(":MeshNamespace", StringComparison.Ordinal)
        && components.GetValueOrDefault(id)?.Component is { } mesh
            ? mesh
            : parent;

    /// <summary>What its Istio has to have, where it is there already; empty where Istio is installed.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    public int Objects => Components.Sum(c => c.Objects.Count);

    public static IReadOnlyList<ClusterView> Of(MeshPreview preview)
    {
        var components = preview.Own.Resources.Where(r => r.IsComponent).ToDictionary(r => r.Id);
        var byCluster = preview
            .Own.Resources.Where(r => r is { Cluster: not null, IsRead: false } && (r.Manifest is not null || r.HelmRelease is not null))
            .ToLookup(r => r.Cluster!, StringComparer.Ordinal);
        var order = (preview.Definition?.Kinds ?? IntentKinds.Standard).ComponentTypes.ToList();
        return
        [
            .. preview.Own.Clusters.Select(cluster => new ClusterView(
                cluster.Name,
                preview.Mesh.Facts.Clusters.GetValueOrDefault(cluster.Name)?.Role.Identity ?? new ClusterIdentity(cluster.Name),
                cluster.Context,
                [
                    .. byCluster[cluster.Name]
                        .GroupBy(r => Shown(r.Parent, components))
                        .Select(g => ComponentView.From(g.Key, g, g.Key is { } key ? components.GetValueOrDefault(key)?.Sources ?? [] : []))
                        .OrderBy(c => order.IndexOf(c.Type) is var rank and >= 0 ? rank : order.Count)
                        .ThenBy(c => c.Name, StringComparer.Ordinal),
                ]
            )
            {
                // What the platform has to have is nothing that a team could give it.
                Requirements = preview.Definition?.Platform is not null
                    ? []
                    : preview.Mesh.Facts.Clusters.GetValueOrDefault(cluster.Name)?.Given?.Requirements ?? [],
            }),
        ];
    }
}
