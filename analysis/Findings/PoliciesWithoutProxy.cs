using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Findings;

/// <summary>Policies that are for workloads without a sidecar alone: nothing enforces them.</summary>
internal static class PoliciesWithoutProxy
{
    public static IEnumerable<Finding> Of(GovernedControlPlane controlPlane) =>
        from policy in controlPlane.ControlPlane.Policies.All
        let workloads = controlPlane.WorkloadsOf(policy)
        where
            workloads.Count > 0
            && workloads.All(workload => workload is { IsGateway: false, IsAmbient: false, Sidecar: SidecarPresence.Absent })
        select FindingSubject.Finding(
            Severity.Warning,
            AccessFindingCodes.PolicyWithoutProxy,
            policy.Manifest,
            "spec",
            "Nothing enforces it: " + $"{workloads[0].Name}{HaveOrHas(workloads.Count - 1)} no sidecar ({workloads[0].SidecarReason})."
        );

    private static string HaveOrHas(int others) => others > 0 ? FormattableString.Invariant($" and {others} more have") : " has";
}
