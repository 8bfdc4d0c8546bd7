namespace MeshStack.Definition;

/// <summary>Where a cluster is. No object carries it: Kubernetes' nodes have it as a label themselves.</summary>
internal sealed record GivenRegion
{
    /// <summary>The region.</summary>
    [Key(
        "region of the cluster, for `meshstack access --without REGION`; no object is made of it, as Kubernetes' nodes carry the "
            + "label `topology.kubernetes.io/region` themselves",
        Default = "none"
    )]
    public string? Region { get; init; }
}
