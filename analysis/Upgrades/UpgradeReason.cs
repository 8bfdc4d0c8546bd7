using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Upgrades;

/// <summary>What makes a verdict another one: something that a cluster's new version takes otherwise.</summary>
/// <param name="Cluster">The cluster whose Istio takes it otherwise.</param>
/// <param name="Fact">What it takes otherwise; null where it is the definitions of Istio's kinds.</param>
internal sealed record UpgradeReason(string Cluster, IstioFact? Fact)
{
    /// <summary>What reports call the definitions.</summary>
    public const string Definitions = "definitions";

    /// <summary>What reports call it.</summary>
    public string Name => Fact?.Name ?? Definitions;
}
