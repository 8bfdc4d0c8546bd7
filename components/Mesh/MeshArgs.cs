using Pulumi;

namespace MeshStack;

/// <summary>A mesh of several clusters.</summary>
public sealed class MeshArgs : ResourceArgs
{
    /// <summary>Id of the mesh, the same on every cluster.</summary>
    /// <value>Defaults to the name of the component.</value>
    [Input("meshId")]
    public string? MeshId { get; set; }

    /// <summary>How the clusters find each other.</summary>
    /// <value>Defaults to federated.</value>
    [Input("topology")]
    public MeshTopology Topology { get; set; } = MeshTopology.Federated;

    /// <summary>SPIFFE trust domain of clusters that find each other's services by themselves.</summary>
    /// <value>Defaults to <c>cluster.local</c>, below an external control plane to the domain of the cluster with the configuration. In a
    /// federated mesh every cluster has one of its own.</value>
    [Input("trustDomain")]
    public string? TrustDomain { get; set; }

    /// <summary>The root that all clusters share; its clusters are filled in.</summary>
    /// <value>Defaults to none: every istiod signs itself or takes the <c>cacerts</c> that are there, and no cluster verifies the workloads
    /// of another trust domain.</value>
    [Input("trust")]
    public MeshTrustArgs? Trust { get; set; }

    /// <summary>The clusters, by name.</summary>
    [Input("clusters", required: true)]
    public Dictionary<string, MeshMemberArgs> Clusters { get; set; } = [];
}
