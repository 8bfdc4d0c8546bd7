namespace MeshStack.Analysis.Upgrades;

/// <summary>The versions of Istio that a cluster is between.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="From">The version that configures its proxies now.</param>
/// <param name="To">The version that is to do so.</param>
internal sealed record ClusterUpgrade(string Cluster, string From, string To)
{
    /// <summary>Whether something begins or ends to hold that holds since a version.</summary>
    public bool Crosses(string since) => Config.Mesh.IstioSemantics.IsSince(From, since) != Config.Mesh.IstioSemantics.IsSince(To, since);
}
