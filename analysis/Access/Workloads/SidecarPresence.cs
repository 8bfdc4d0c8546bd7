namespace MeshStack.Analysis.Access;

/// <summary>Whether a workload's pods have a sidecar.</summary>
internal enum SidecarPresence
{
    Absent,
    Present,
    Unknown,
}
