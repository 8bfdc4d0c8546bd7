using System.Collections.Immutable;

namespace MeshStack.Rendering;

/// <summary>One explicit Kubernetes provider and what goes through it.</summary>
public sealed record RecordedCluster
{
    /// <summary>The cluster's name: that of the component that owns the provider, else the provider's.</summary>
    public required string Name { get; init; }

    /// <summary>The resource name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The kube context, or null where the program names none.</summary>
    public string? Context { get; init; }

    /// <summary>The cluster's objects by namespace, kind and name.</summary>
    public ImmutableArray<Manifest> Manifests { get; init; } = [];

    /// <summary>The cluster's Helm releases by namespace and name.</summary>
    public ImmutableArray<HelmRelease> HelmReleases { get; init; } = [];
}
