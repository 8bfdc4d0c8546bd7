namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>What captures a workload's pods for ztunnel.</summary>
/// <param name="Reason">Why they are captured.</param>
/// <param name="Assumption">What is taken for granted where nothing of Istio's installation is shown; null where it is.</param>
internal sealed record Capture(string Reason, string? Assumption);
