using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>The labels that istiod gives endpoints and proxies besides those of their pods.</summary>
/// <remarks>Source: AugmentLabels in pilot/pkg/serviceregistry/util/label of istio/istio.</remarks>
internal static class BuiltInLabels
{
    private const string Cluster = "topology.istio.io/cluster";

    private static readonly string[] OfNodes =
    [
        "topology.kubernetes.io/region",
        "topology.kubernetes.io/zone",
        "topology.istio.io/subzone",
        "kubernetes.io/hostname",
    ];

    /// <summary>A workload's labels and those that istiod adds.</summary>
    public static Dictionary<string, string> Of(Workload workload)
    {
        Dictionary<string, string> labels = new(workload.Labels, StringComparer.Ordinal) { [Cluster] = workload.Cluster };
        if (workload.Network.Length > 0)
        {
            labels[MeshConfigurationReader.NetworkLabel] = workload.Network;
        }

        return labels;
    }

    /// <summary>Whether a subset's labels choose a workload's endpoints; the region and the zone are those of nodes, which no manifest
    /// names.</summary>
    public static Certainty Selects(LabelSelector selector, Workload workload)
    {
        var labels = Of(workload);
        var unknown = selector
            .Labels.Keys.Where(key => OfNodes.Contains(key) && !labels.ContainsKey(key))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        var rest = unknown is null
            ? selector
            : new LabelSelector(
                selector
                    .Labels.Where(label => !OfNodes.Contains(label.Key) || labels.ContainsKey(label.Key))
                    .ToDictionary(StringComparer.Ordinal)
            );
        return !rest.Selects(labels) ? Certainty.No
            : unknown is null ? Certainty.Yes
            : Certainty.Unknown($"the label {unknown} of {workload} is its node's, which no manifest names");
    }
}
