namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>Names for addresses that no manifest knows: those of a workload's pods, and of the nodes that they run on.</summary>
internal static class PodAddresses
{
    /// <summary>Any of its pods' own addresses: <c>NAME.NAMESPACE.pod.CLUSTER</c>.</summary>
    public static string OfPod(Workload workload) => $"{workload.Name}.{workload.Namespace}.pod.{workload.Cluster}";

    /// <summary>The address of any node that has one of its pods: <c>NAME.NAMESPACE.node.CLUSTER</c>.</summary>
    public static string OfNode(Workload workload) => $"{workload.Name}.{workload.Namespace}.node.{workload.Cluster}";
}
