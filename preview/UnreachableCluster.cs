namespace MeshStack.Preview;

/// <summary>What an update does while a cluster cannot be reached.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="IsSkipped">Whether the update goes on without it; else it fails as a whole.</param>
/// <param name="Objects">Number of its objects, which stay as they are.</param>
/// <param name="Dependents">Objects of other clusters that are made from something of this one, and keep what they have.</param>
public sealed record UnreachableCluster(string Cluster, bool IsSkipped, int Objects, IReadOnlyList<string> Dependents)
{
    /// <summary>Whether it leaves the mesh, so that what is in it is to be deleted.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>The outage of a cluster of a stack.</summary>
    /// <exception cref="CompositionException">The stack has no such cluster.</exception>
    public static UnreachableCluster From(StackPreview preview, string cluster)
    {
        ArgumentNullException.ThrowIfNull(preview);
        if (preview.OfStack.Definition.Removed.Clusters.Contains(cluster))
        {
            return new(cluster, IsSkipped: false, Objects: 0, Dependents: []) { IsRemoved = true };
        }

        var definition =
            preview.OfStack.Definition.Clusters.FirstOrDefault(c => c.Name == cluster)
            ?? throw new CompositionException([
                $"there is no cluster '{cluster}'{Spelling.Suggest(cluster, preview.OfStack.Definition.Clusters.Select(c => c.Name))}",
            ]);
        var objects = preview
            .OfStack.Recording.Resources.Where(r =>
                r is { Cluster: not null, IsRead: false } && (r.Manifest is not null || r.HelmRelease is not null)
            )
            .ToList();
        var own = objects.Where(r => r.Cluster == cluster).Select(r => r.Id).ToHashSet();
        return new UnreachableCluster(
            cluster,
            definition.Cluster.SkipUpdateUnreachable,
            own.Count,
            [.. objects.Where(r => r.Cluster != cluster && r.DependsOn.Any(own.Contains)).Select(Shown).Order(StringComparer.Ordinal)]
        );
    }

    private static string Shown(RecordedResource resource) =>
        $"{resource.Cluster} {resource.Manifest?.Reference ?? $"Release {resource.HelmRelease!.Namespace}/{resource.HelmRelease.Name}"}";
}
