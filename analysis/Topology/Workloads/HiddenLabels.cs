using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>The labels of a workload that masks hide.</summary>
/// <param name="Keys">The labels whose values are hidden.</param>
/// <param name="IsOpen">True where there may be others, under any key.</param>
internal sealed record HiddenLabels(IReadOnlyList<string> Keys, bool IsOpen)
{
    public static HiddenLabels Any { get; } = new([], IsOpen: true);

    public static HiddenLabels? From(MaskedObject? masks, string path)
    {
        var (keys, isOpen) = masks?.HiddenKeys(path) ?? ([], false);
        return keys.Count > 0 || isOpen ? new(keys, isOpen) : null;
    }

    /// <summary>True where the labels that are shown leave it open whether a selector chooses the workload.</summary>
    public bool May(LabelSelector selector, IReadOnlyDictionary<string, string> shown) =>
        selector.Labels.All(label =>
            shown.TryGetValue(label.Key, out var value) ? value == label.Value : IsOpen || Keys.Contains(label.Key)
        );
}
