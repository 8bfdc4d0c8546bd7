using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>The labels of a caller that objects on the way of its requests ask for.</summary>
internal static class DistinguishingLabels
{
    public static IReadOnlyList<string> Of(ClusterSnapshot controlPlane)
    {
        SortedSet<string> keys = new(StringComparer.Ordinal);
        Add(controlPlane.Objects.Of("DestinationRule").Select(rule => rule.Spec["workloadSelector"]["matchLabels"]));
        Add(controlPlane.Objects.Of("Sidecar").Select(sidecar => sidecar.Spec["workloadSelector"]["labels"]));
        Add(controlPlane.Objects.Of("EnvoyFilter").Select(filter => filter.Spec["workloadSelector"]["labels"]));
        Add(
            controlPlane
                .Objects.Of("WasmPlugin")
                .Concat(controlPlane.Objects.Of("TrafficExtension"))
                .Select(plugin => plugin.Spec["selector"]["matchLabels"])
        );
        Add(
            controlPlane
                .Objects.Of("VirtualService")
                .SelectMany(service => new[] { "http", "tls", "tcp" }.SelectMany(kind => service.Spec[kind].Items))
                .SelectMany(route => route["match"].Items)
                .Select(match => match["sourceLabels"])
        );
        return [.. keys];

        void Add(IEnumerable<Field> selectors) => keys.UnionWith(selectors.SelectMany(selector => selector.Map().Keys));
    }
}
