namespace MeshStack.Definition;

/// <summary>The roots that a stack's settings may name; without the first, the others mean nothing.</summary>
internal sealed record GivenRoots
{
    /// <summary>The trust domain that clusters share.</summary>
    [Key(
        "trust domain of clusters that find each other's services",
        Default = "`cluster.local`; below an external control plane the `domain` of the cluster with the configuration"
    )]
    public string? Domain { get; init; }

    [Key(
        "a root of your own, PEM; with `clusters.NAME.ca` for the clusters that issue certificates, without any where something else "
            + "does",
        Default = "it or `generated` is required",
        Pem = PemContent.Authority
    )]
    public TextValue? RootCertificate { get; init; }

    [Key("the root that a rotation of your own roots leads to, in phase `prepare`", Default = "none", Pem = PemContent.Authority)]
    public TextValue? NextRootCertificate { get; init; }

    [Key("the root that it leads away from, in phase `switch`", Default = "none", Pem = PemContent.Authority)]
    public TextValue? PreviousRootCertificate { get; init; }
}
