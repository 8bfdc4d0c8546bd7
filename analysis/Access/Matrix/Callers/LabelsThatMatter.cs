namespace MeshStack.Analysis.Access;

/// <summary>The labels of a caller that objects on the way of its requests ask for.</summary>
internal static class LabelsThatMatter
{
    public static IReadOnlyList<string> Of(ClusterSnapshot plane)
    {
        SortedSet<string> keys = new(StringComparer.Ordinal);
        Add(plane.Objects.Of("DestinationRule").Select(rule => rule.Spec["workloadSelector"]["matchLabels"]));
        Add(plane.Objects.Of("Sidecar").Select(sidecar => sidecar.Spec["workloadSelector"]["labels"]));
        Add(plane.Objects.Of("EnvoyFilter").Select(filter => filter.Spec["workloadSelector"]["labels"]));
        Add(
            plane
                .Objects.Of("WasmPlugin")
                .Concat(plane.Objects.Of("TrafficExtension"))
                .Select(plugin => plugin.Spec["selector"]["matchLabels"])
        );
        Add(
            plane
                .Objects.Of("VirtualService")
                .SelectMany(service => new[] { "http", "tls", "tcp" }.SelectMany(kind => service.Spec[kind].Items))
                .SelectMany(route => route["match"].Items)
                .Select(match => match["sourceLabels"])
        );
        return [.. keys];

        void Add(IEnumerable<Field> selectors) => keys.UnionWith(selectors.SelectMany(selector => selector.Map().Keys));
    }
}
