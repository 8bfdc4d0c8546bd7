using MeshStack.Analysis.Config.Routing;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>DestinationRules of one host and namespace that istiod makes one of.</summary>
/// <param name="Rule">The first of them, whose selector and exportTo the whole has.</param>
internal sealed record MergedDestinationRule(DestinationRuleConfig Rule)
{
    public IReadOnlySet<string> Exports => Rule.Exports;

    /// <summary>All of them, the one that counts most first.</summary>
    public List<Manifest> From { get; } = [Rule.Manifest];
}
