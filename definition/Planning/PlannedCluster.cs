namespace MeshStack.Definition.Planning;

/// <summary>A cluster of a plan: what it is to the mesh, and what its API server knows.</summary>
/// <param name="Role">What the topology makes of it.</param>
/// <param name="Versions">The versions of Istio that run in it, one or two.</param>
public sealed record PlannedCluster(ClusterPlan Role, IReadOnlyList<string> Versions)
{
    /// <summary>Its name.</summary>
    public string Name => Role.Identity.Name;

    /// <summary>The region that it is in, where one is given.</summary>
    public string? Region { get; init; }

    /// <summary>How its Istio is configured, where it is there already; null where the plan installs it.</summary>
    public GivenIstio? Given { get; init; }

    /// <summary>The namespaces that are known to be in it.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>A cluster with an installation of its own, and no mesh that says more of it.</summary>
    internal static PlannedCluster From(Installation installation) =>
        new(
            new ClusterPlan(installation.Cluster, MeshRoles.Primary)
            {
                ServedBy = installation.Cluster.Name,
                ConfiguredIn = installation.Cluster.Name,
                SystemNamespace = installation.SystemNamespace,
                DiscoversServicesOf = [installation.Cluster.Name],
                SpansNetworks = false,
            },
            [.. installation.RevisionSet.Versions.Values]
        );
}
