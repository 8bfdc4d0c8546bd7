using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>One cluster of a definition.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it is defined.</param>
/// <param name="Member">How it is reached, and what is installed in it.</param>
/// <param name="Plan">What the topology makes of it.</param>
/// <param name="ControlPlane">The control plane as checks see it.</param>
public sealed record ClusterDefinition(
    string Name,
    SourceLocation Location,
    MeshMemberSettings Member,
    ClusterPlan Plan,
    ControlPlaneModel ControlPlane
)
{
    /// <summary>The region that it is in, where one is given.</summary>
    public string? Region => Cluster.Region;

    /// <summary>Where each of its namespaces is defined.</summary>
    public required ImmutableSortedDictionary<string, SourceLocation> NamespaceLocations { get; init; }

    /// <summary>How it is reached.</summary>
    public MeshClusterSettings Cluster => Member.Cluster;

    /// <summary>What is installed in it.</summary>
    public IstioInstallSettings Install => Member.Install;
}
