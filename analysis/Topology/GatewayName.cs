namespace MeshStack.Analysis.Topology;

/// <summary>A gateway by its pods' workload: a Deployment, or what a release of Istio's gateway chart makes.</summary>
/// <param name="Cluster">Its cluster.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
public sealed record GatewayName(string Cluster, string Namespace, string Name)
{
    /// <summary>The name that no other gateway has: <c>cluster01/istio-system/istio-eastwestgateway</c>.</summary>
    public override string ToString() => $"{Cluster}/{Namespace}/{Name}";
}
