using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Topology;

/// <summary>One thing that is taken as another version of Istio has it, while all else is as the cluster's own version has it.</summary>
/// <param name="Fact">What is taken otherwise; null for the definitions of Istio's kinds.</param>
/// <param name="Versions">The other version, by cluster.</param>
internal sealed record VersionSwitch(IstioFact? Fact, IReadOnlyDictionary<string, string> Versions)
{
    /// <summary>What objects mean to a cluster's version, but for the one fact.</summary>
    public IstioSemantics SemanticsOf(string cluster, string? version) =>
        Fact is { } fact && Versions.TryGetValue(cluster, out var other) ? new(version) { Otherwise = (fact, other) } : new(version);

    /// <summary>The version whose definitions a cluster has.</summary>
    public string? DefinitionsOf(string cluster, string? version) =>
        Fact is null && Versions.TryGetValue(cluster, out var other) ? other : version;
}
