namespace MeshStack.Definition;

/// <summary>A mesh of several clusters.</summary>
public sealed record MeshSettings
{
    /// <summary>Id of the mesh, the same on every cluster.</summary>
    /// <value>Defaults to the name of the component.</value>
    [Key("id of the mesh", Default = "name of the stack")]
    public string? MeshId { get; init; }

    /// <summary>How the clusters find each other: <c>federated</c>, <c>multi-primary</c>, <c>primary-remote</c> or
    /// <c>external-control-plane</c>.</summary>
    /// <value>Defaults to federated.</value>
    [Key("how the clusters find each other: see [topologies.md](topologies.md)", AllowedBy = typeof(MeshTopologies))]
    public string Topology { get; init; } = MeshTopologies.Federated;

    /// <summary>SPIFFE trust domain of clusters that find each other's services by themselves.</summary>
    /// <value>Defaults to <c>cluster.local</c>, below an external control plane to the domain of the cluster with the configuration. In a
    /// federated mesh every cluster has one of its own.</value>
    public string? TrustDomain { get; init; }

    /// <summary>What sidecars are told of the mesh: <c>everything</c>, or what is <c>generated</c> of the accesses of their
    /// namespace.</summary>
    /// <value>Defaults to everything.</value>
    /// <remarks>For definitions in files only: a program's accesses are not known when its mesh is made.</remarks>
    [Key(
        "what sidecars are told of: `generated` makes a Sidecar per namespace with what its workloads may call by the "
            + "ClientAccesses, its own namespace and that of istiod",
        AllowedBy = typeof(SidecarScope)
    )]
    internal string SidecarScope { get; init; } = Definition.SidecarScope.Everything;

    /// <summary>The root that all clusters share; its clusters are filled in.</summary>
    /// <value>Defaults to none: every istiod signs itself or takes the <c>cacerts</c> that are there, and no cluster verifies the workloads
    /// of another trust domain.</value>
    public MeshTrustSettings? Trust { get; init; }

    /// <summary>The clusters, by name.</summary>
    /// <remarks>Of an Istio that is there already, what is known of it stands where the settings of an installation would.</remarks>
    public IReadOnlyDictionary<string, MeshMemberSettings> Clusters
    {
        get;
        init =>
            field = value.ToDictionary(
                member => member.Key,
                member =>
                    member.Value.Install.Existing is { } existing
                        ? member.Value with
                        {
                            Install = existing.AsInstalled(member.Value.Install),
                        }
                        : member.Value,
                StringComparer.Ordinal
            );
    } = Empty.Map<MeshMemberSettings>();

    /// <summary>What is asked for and cannot be had.</summary>
    public IEnumerable<ArgsProblem> Problems() => MeshRules.Check(this);
}
