using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Findings;

/// <summary>What policies say to workloads in ambient mode that ztunnel does not read, or takes otherwise than a sidecar would.</summary>
internal static class AmbientRules
{
    public static IEnumerable<Finding> Of(GovernedControlPlane controlPlane)
    {
        foreach (var policy in controlPlane.ControlPlane.Policies.All.Where(policy => !policy.IsDryRun))
        {
            var workloads = controlPlane.InAmbient(policy);
            if (workloads.Count == 0)
            {
                continue;
            }

            if (policy.Action is AuthorizationAction.Custom or AuthorizationAction.Audit)
            {
                yield return FindingSubject.Finding(
                    Severity.Warning,
                    AccessFindingCodes.PolicyNotForZtunnel,
                    policy.Manifest,
                    "spec.action",
                    $"ztunnel is sent no {(policy.Action == AuthorizationAction.Custom ? "CUSTOM" : "AUDIT")} policies, and serves "
                        + $"{Named(workloads)}: nothing enforces it there. A waypoint does, for a policy with targetRefs."
                );
                continue;
            }

            foreach (var rule in policy.Rules.Where(_ => policy.Action is AuthorizationAction.Allow or AuthorizationAction.Deny))
            {
                if (ZtunnelRules.Unread(rule) is [var unread, ..])
                {
                    yield return FindingSubject.Finding(
                        Severity.Warning,
                        AccessFindingCodes.HttpRuleAtZtunnel,
                        policy.Manifest,
                        $"spec.rules[{rule.Index}]",
                        $"ztunnel reads no HTTP, and serves {Named(workloads)}: "
                            + $"{What(controlPlane, policy, rule)}. A waypoint reads {NameOf(unread)}, for a policy with targetRefs."
                    );
                }
            }
        }
    }

    private static string What(GovernedControlPlane controlPlane, AuthorizationPolicyConfig policy, AuthorizationRule rule) =>
        policy.Action == AuthorizationAction.Allow ? "it leaves out the rule, which lets nobody in"
        : policy.ForZtunnel(controlPlane.ControlPlane.Mesh)!.Rules.Any(left => left.Index == rule.Index)
            ? "it denies whatever the rest of the rule asks for"
        : "what is left of the rule matches nothing, and nobody is denied";

    private static string NameOf(AttributeTest test) => test.Condition ?? (test.Written ?? test.WrittenNot)?.Name ?? "it";

    private static string Named(IReadOnlyList<Workload> workloads) =>
        workloads.Count == 1 ? workloads[0].Name : FormattableString.Invariant($"{workloads[0].Name} and {workloads.Count - 1} more");
}
