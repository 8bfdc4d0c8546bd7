using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Arrivals;

/// <summary>Whether a client that speaks HBONE does so with a pod: it goes by what istiod tells of the pod.</summary>
/// <remarks>
/// Source: https://github.com/istio/istio/blob/1.31.0-rc.0/pilot/pkg/serviceregistry/ambient/workloads.go, setTunnelProtocol.
/// </remarks>
internal static class HboneEnd
{
    /// <summary>The connection as it arrives; null, with the reason, where that is not known.</summary>
    public static (Connection? Connection, string? Why) At(Snapshot snapshot, Workload workload, Connection connection)
    {
        if (connection.Tunnelled is not { } tunnelled)
        {
            return (connection, null);
        }

        if (!workload.IsAmbient && workload.Sidecar == SidecarPresence.Absent)
        {
            return (connection, null);
        }

        // What is known of pods in ambient mode ends at the cluster, unless istiod is told otherwise.
        var (here, there) = (tunnelled.PeerPlane!, snapshot.ControlPlaneOf(workload.Cluster));
        if (here.Name != there.Name)
        {
            return here.Mesh.TakesAmbientNetworks || there.Mesh.TakesAmbientNetworks
                ? (null, $"ambient mode across clusters is not evaluated, and {workload} is in {workload.Cluster}")
                : (connection, null);
        }

        return workload.IsAmbient ? (tunnelled, null)
            : workload.Sidecar != SidecarPresence.Present ? (connection, null)
            : workload.TakesHbone switch
            {
                true => (tunnelled, null),
                false => (connection, null),
                null => (null, $"nothing says whether the sidecar of {workload} takes HBONE (ISTIO_META_ENABLE_HBONE)"),
            };
    }
}
