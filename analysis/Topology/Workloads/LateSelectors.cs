using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>The selectors of a cluster that ask for labels which pods get when they are made, and no template has.</summary>
internal sealed class LateSelectors
{
    private static readonly string[] Everywhere = ["Gateway", "DestinationRule", "VirtualService"];

    private readonly ILookup<string, (Asking? By, LabelSelector Selector)> _byNamespace;
    private readonly (Asking? By, LabelSelector Selector)[] _everywhere;

    /// <param name="manifests">The objects.</param>
    /// <param name="declared">The Services that no manifest describes.</param>
    /// <param name="rootNamespace">The namespace whose policies are for all of them.</param>
    public LateSelectors(IEnumerable<Manifest> manifests, IEnumerable<DeclaredService> declared, string rootNamespace)
    {
        var late = manifests
            .SelectMany(manifest =>
                Of(manifest)
                    .Select(asked => (Place: PlaceOf(manifest, rootNamespace), By: (Asking?)new Asking(manifest, asked.Path), asked.Labels))
            )
            .Concat(declared.Select(service => (Place: (string?)service.Namespace, By: (Asking?)null, Labels: service.Selector)))
            .Where(one => one.Labels.Keys.Any(LateLabels.IsLate))
            .Select(one => (one.Place, Asked: (one.By, Selector: new LabelSelector(one.Labels))))
            .ToArray();
        _byNamespace = late.Where(one => one.Place is not null).ToLookup(one => one.Place!, one => one.Asked, StringComparer.Ordinal);
        _everywhere = [.. late.Where(one => one.Place is null).Select(one => one.Asked)];
    }

    /// <summary>The late labels that are asked of a workload which has all else that a selector wants, or may have it, and who
    /// asks.</summary>
    public IEnumerable<(Asking? By, KeyValuePair<string, string> Label)> AskedOf(Workload workload)
    {
        var (labels, hidden) = (workload.Labels, workload.HiddenLabels);
        return _byNamespace[workload.Namespace]
            .Concat(_everywhere)
            .Where(asked =>
                asked.Selector.Labels.All(one =>
                    labels.TryGetValue(one.Key, out var own)
                        ? own == one.Value
                        : LateLabels.IsLate(one.Key) || hidden?.IsOpen == true || hidden?.Keys.Contains(one.Key) == true
                )
            )
            .SelectMany(asked => asked.Selector.Labels.Select(label => (asked.By, Label: label)))
            .Where(asked => LateLabels.IsLate(asked.Label.Key) && !labels.ContainsKey(asked.Label.Key));
    }

    private static string? PlaceOf(Manifest manifest, string rootNamespace)
    {
        var ns = manifest.Namespace ?? "default";
        return Everywhere.Contains(manifest.Kind) || (ns == rootNamespace && manifest.Kind != "Service") ? null : ns;
    }

    private static IEnumerable<(string Path, IReadOnlyDictionary<string, string> Labels)> Of(Manifest manifest)
    {
        if (!(manifest is { Group.Length: 0, Kind: "Service" } || manifest.Group.EndsWith(".istio.io", StringComparison.Ordinal)))
        {
            return [];
        }

        var spec = manifest.Spec;
        (string Path, Field Labels)[] places =
        [
            ("spec selector", spec["selector"]),
            ("spec selector", spec["selector"]["matchLabels"]),
            ("spec workloadSelector", spec["workloadSelector"]["labels"]),
            ("spec workloadSelector", spec["workloadSelector"]["matchLabels"]),
            .. spec["subsets"].Items.Select(subset => ("spec subsets", subset["labels"])),
            .. new[] { "http", "tls", "tcp" }.SelectMany(kind =>
                spec[kind].Items.SelectMany(route => route["match"].Items).Select(match => ($"spec {kind}", match["sourceLabels"]))
            ),
        ];
        return places.Where(place => place.Labels.Exists).Select(place => (place.Path, place.Labels.Shown()));
    }

    /// <summary>An object that asks for labels.</summary>
    /// <param name="Object">The object.</param>
    /// <param name="Path">Where in it.</param>
    internal sealed record Asking(Manifest Object, string Path);
}
