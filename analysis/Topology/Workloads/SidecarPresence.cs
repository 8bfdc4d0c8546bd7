namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>Whether a workload's pods have a sidecar.</summary>
internal enum SidecarPresence
{
    Absent,
    Present,
    Unknown,
}
