using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>The selectors of a cluster that ask for labels which pods get when they are made, and no template has.</summary>
internal sealed class LateSelectors
{
    private static readonly string[] Everywhere = ["Gateway", "DestinationRule", "VirtualService"];

    private readonly ILookup<string, LabelSelector> _byNamespace;
    private readonly LabelSelector[] _everywhere;

    /// <param name="manifests">The objects.</param>
    /// <param name="declared">The Services that no manifest describes.</param>
    /// <param name="rootNamespace">The namespace whose policies are for all of them.</param>
    public LateSelectors(IEnumerable<Manifest> manifests, IEnumerable<DeclaredService> declared, string rootNamespace)
    {
        var late = manifests
            .SelectMany(manifest => Of(manifest).Select(labels => (PlaceOf(manifest, rootNamespace), Labels: labels)))
            .Concat(declared.Select(service => ((string?)service.Namespace, Labels: service.Selector)))
            .Where(one => one.Labels.Keys.Any(LateLabels.IsLate))
            .Select(one => (Namespace: one.Item1, Selector: new LabelSelector(one.Labels)))
            .ToArray();
        _byNamespace = late.Where(one => one.Namespace is not null)
            .ToLookup(one => one.Namespace!, one => one.Selector, StringComparer.Ordinal);
        _everywhere = [.. late.Where(one => one.Namespace is null).Select(one => one.Selector)];
    }

    /// <summary>The late labels that are asked of pods which have all else that a selector wants.</summary>
    public IEnumerable<KeyValuePair<string, string>> AskedOf(string ns, IReadOnlyDictionary<string, string> labels) =>
        _byNamespace[ns]
            .Concat(_everywhere)
            .Where(selector =>
                selector.Labels.All(one => labels.TryGetValue(one.Key, out var own) ? own == one.Value : LateLabels.IsLate(one.Key))
            )
            .SelectMany(selector => selector.Labels)
            .Where(one => LateLabels.IsLate(one.Key) && !labels.ContainsKey(one.Key));

    private static string? PlaceOf(Manifest manifest, string rootNamespace)
    {
        var ns = manifest.Namespace ?? "default";
        return Everywhere.Contains(manifest.Kind) || (ns == rootNamespace && manifest.Kind != "Service") ? null : ns;
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Of(Manifest manifest)
    {
        if (!(manifest is { Group.Length: 0, Kind: "Service" } || manifest.Group.EndsWith(".istio.io", StringComparison.Ordinal)))
        {
            return [];
        }

        var spec = manifest.Spec;
        Field[] places =
        [
            spec["selector"],
            spec["selector"]["matchLabels"],
            spec["workloadSelector"]["labels"],
            spec["workloadSelector"]["matchLabels"],
            .. spec["subsets"].Items.Select(subset => subset["labels"]),
            .. new[] { "http", "tls", "tcp" }
                .SelectMany(kind => spec[kind].Items)
                .SelectMany(route => route["match"].Items)
                .Select(match => match["sourceLabels"]),
        ];
        return places.Where(place => place.Exists).Select(place => place.Shown());
    }
}
