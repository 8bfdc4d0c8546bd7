using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>Which clients a DestinationRule is for.</summary>
internal sealed class DestinationRuleConfig
{
    public DestinationRuleConfig(Manifest manifest, MeshConfiguration mesh)
    {
        var spec = manifest.Spec;
        (Manifest, Namespace) = (manifest, manifest.Namespace ?? "default");
        Host = HostMatch.Full(spec["host"].Text ?? "", Namespace);
        ExportTo = Visibility.Of(manifest, mesh.DefaultDestinationRuleExportTo);
        IsForSome = spec["workloadSelector"].Exists;
        Exports = IsForSome
            ? new HashSet<string>(StringComparer.Ordinal) { "." }
            : spec["exportTo"].Texts().ToHashSet(StringComparer.Ordinal);
        Selector = LabelSelector.From(spec["workloadSelector"]["matchLabels"]);
    }

    public Manifest Manifest { get; }

    public string Namespace { get; }

    /// <summary>The host in full.</summary>
    public string Host { get; }

    public IReadOnlyList<string> ExportTo { get; }

    /// <summary>Its exportTo as it is written, which says what is merged; one for some workloads is for its namespace alone.</summary>
    public IReadOnlySet<string> Exports { get; }

    /// <summary>True where it is for some workloads of its namespace alone.</summary>
    public bool IsForSome { get; }

    public LabelSelector Selector { get; }

    public bool HasSelectorOf(DestinationRuleConfig other) =>
        Selector.Labels.Count == other.Selector.Labels.Count
        && Selector.Labels.All(label => other.Selector.Labels.TryGetValue(label.Key, out var value) && value == label.Value);

    public bool Reaches(string client) => Visibility.Reaches(ExportTo, Namespace, client);
}
