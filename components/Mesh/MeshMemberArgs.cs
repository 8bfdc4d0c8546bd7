using Pulumi;

namespace MeshStack;

/// <summary>One cluster of a mesh.</summary>
public sealed class MeshMemberArgs : ResourceArgs
{
    /// <summary>How the cluster is reached, and who it is.</summary>
    [Input("cluster", required: true)]
    public MeshClusterArgs Cluster { get; set; } = new();

    /// <summary>Its control plane and gateways; the mesh fills in what follows from the topology.</summary>
    [Input("install")]
    public IstioInstallArgs Install { get; set; } = new();

    /// <summary>What it is to the control planes: primary or remote; with an external control plane external, config or remote.</summary>
    /// <value>By name, the first cluster is primary (external), the next one config where there is such a role, and all others are
    /// remote.</value>
    [Input("role")]
    public MeshRole? Role { get; set; }

    /// <summary>The primary that serves a remote.</summary>
    /// <value>Defaults to the first primary by name.</value>
    [Input("primary")]
    public string? Primary { get; set; }

    /// <summary>Its namespaces, by name, and how their workloads get into the mesh.</summary>
    /// <value>Defaults to none: namespaces and their labels are somebody else's.</value>
    [Input("namespaces")]
    public Dictionary<string, MeshNamespaceArgs> Namespaces { get; set; } = [];

    /// <summary>Its intermediate CA, where certificates come from elsewhere.</summary>
    /// <value>Defaults to none: istiod takes the <c>cacerts</c> that are there.</value>
    [Input("ca")]
    public IntermediateCaArgs? Ca { get; set; }

    /// <summary>The control plane for other clusters, where this one is <c>external</c>.</summary>
    [Input("externalIstiod")]
    public ExternalIstiodArgs? ExternalIstiod { get; set; }
}
