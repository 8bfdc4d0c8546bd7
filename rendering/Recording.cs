using System.Collections.Immutable;

namespace MeshStack.Rendering;

/// <summary>What a program registers, per cluster; the same program gives the same recording.</summary>
public sealed record Recording
{
    /// <summary>The clusters by name.</summary>
    public ImmutableArray<RecordedCluster> Clusters { get; init; } = [];

    /// <summary>Every resource by name and type, components and providers included, the stack left out.</summary>
    public ImmutableArray<RecordedResource> Resources { get; init; } = [];

    /// <summary>The stack's outputs by name; secrets are masked.</summary>
    public IReadOnlyDictionary<string, object?> Outputs { get; init; } = ImmutableSortedDictionary<string, object?>.Empty;

    /// <summary>The objects of all clusters.</summary>
    public IEnumerable<Manifest> Manifests => Clusters.SelectMany(cluster => cluster.Manifests);

    /// <summary>The Helm releases of all clusters.</summary>
    public IEnumerable<HelmRelease> HelmReleases => Clusters.SelectMany(cluster => cluster.HelmReleases);
}
