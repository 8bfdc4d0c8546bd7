namespace MeshStack.Definition;

/// <summary>One cluster of a mesh.</summary>
public sealed record MeshMemberSettings
{
    /// <summary>How the cluster is reached, and who it is.</summary>
    public MeshClusterSettings Cluster { get; init; } = new();

    /// <summary>Its control plane and gateways; the mesh fills in what follows from the topology.</summary>
    public IstioInstallSettings Install { get; init; } = new();

    /// <summary>What it is to the control planes: <c>primary</c> or <c>remote</c>; with an external control plane <c>external</c>, <c>config</c> or <c>remote</c>.</summary>
    /// <value>By name, the first cluster is primary (external), the next one config where there is such a role, and all others are remote.</value>
    public string? Role { get; init; }

    /// <summary>The primary that serves a remote.</summary>
    /// <value>Defaults to the first primary by name.</value>
    public string? Primary { get; init; }

    /// <summary>Its namespaces, by name, and how their workloads get into the mesh.</summary>
    /// <value>Defaults to none: namespaces and their labels are somebody else's.</value>
    public IReadOnlyDictionary<string, MeshNamespaceSettings> Namespaces { get; init; } = Empty.Map<MeshNamespaceSettings>();

    /// <summary>Its intermediate CA, where certificates come from elsewhere.</summary>
    /// <value>Defaults to none: istiod takes the <c>cacerts</c> that are there.</value>
    public IntermediateCaSettings? Ca { get; init; }

    /// <summary>The control plane for other clusters, where this one is <c>external</c>.</summary>
    public ExternalIstiodSettings? ExternalIstiod { get; init; }
}
