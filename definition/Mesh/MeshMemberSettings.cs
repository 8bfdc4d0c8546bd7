namespace MeshStack.Definition;

/// <summary>One cluster of a mesh.</summary>
public sealed record MeshMemberSettings
{
    /// <summary>How the cluster is reached, and who it is.</summary>
    public MeshClusterSettings Cluster { get; init; } = new();

    /// <summary>Its control plane and gateways; the mesh fills in what follows from the topology.</summary>
    public IstioInstallSettings Install { get; init; } = new();

    /// <summary>What it is to the control planes: <c>primary</c> or <c>remote</c>; with an external control plane <c>external</c>,
    /// <c>config</c> or <c>remote</c>.</summary>
    /// <value>By name, the first cluster is primary (external), the next one config where there is such a role, and all others are
    /// remote.</value>
    [Key(
        "what it is to the control planes: `primary` or `remote`; with an external control plane `external`, `config` or `remote`",
        Default = "by name: the first is primary (external), the next is config where there is one, the others are remote",
        AllowedBy = typeof(MeshRoles)
    )]
    public string? Role { get; init; }

    /// <summary>The primary that serves a remote.</summary>
    /// <value>Defaults to the first primary by name.</value>
    [Key("the primary that serves a remote", Default = "the first by name")]
    public string? Primary { get; init; }

    /// <summary>Its namespaces, by name, and how their workloads get into the mesh.</summary>
    /// <value>Defaults to none: namespaces and their labels are somebody else's.</value>
    public IReadOnlyDictionary<string, MeshNamespaceSettings> Namespaces { get; init; } = Empty.Map<MeshNamespaceSettings>();

    /// <summary>Its intermediate CA, where certificates come from elsewhere.</summary>
    /// <value>Defaults to none: istiod takes the <c>cacerts</c> that are there.</value>
    [Key(
        "the cluster's intermediate CA below `trust.rootCertificate`; used where the cluster issues certificates",
        Default = "the `cacerts` that are there"
    )]
    public IntermediateCaSettings? Ca { get; init; }

    /// <summary>The control plane for other clusters, where this one is <c>external</c>.</summary>
    [Key("where the others find the control plane that this cluster hosts, with `external-control-plane` only", Default = "required there")]
    public ExternalIstiodSettings? ExternalIstiod { get; init; }
}
