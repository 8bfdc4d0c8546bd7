using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Gateways;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Findings;

/// <summary>ALLOW policies that name callers to pods which see a waypoint in their place.</summary>
internal static class CallersBehindWaypoints
{
    public static IEnumerable<Finding> Of(GovernedControlPlane controlPlane)
    {
        foreach (
            var policy in controlPlane.ControlPlane.Policies.All.Where(policy =>
                policy is { IsDryRun: false, Action: AuthorizationAction.Allow, Unreadable: null }
            )
        )
        {
            var behind = controlPlane
                .InAmbient(policy)
                .Select(workload => (Workload: workload, Waypoint: WaypointOf(controlPlane, workload)))
                .FirstOrDefault(one => one.Waypoint is not null);
            if (
                behind.Waypoint is { } waypoint
                && policy.Rules.Any(NamesCallers)
                && !policy.Rules.Any(rule => rule.Sources.Any(source => MayName(source, waypoint)))
            )
            {
                yield return FindingSubject.Finding(
                    Severity.Warning,
                    AccessFindingCodes.CallersBehindWaypoint,
                    policy.Manifest,
                    "spec.rules",
                    $"It names callers, and {behind.Workload.Name} sees the {waypoint} in their place: name the account "
                        + $"{waypoint.Namespace}/{waypoint.Name} here, and the callers in a policy with targetRefs."
                );
            }
        }
    }

    private static Waypoint? WaypointOf(GovernedControlPlane controlPlane, Workload workload) =>
        controlPlane
            .ControlPlane.ServicesOf(workload)
            .Where(service => !service.IsHeadless)
            .Select(service => controlPlane.ControlPlane.Waypoints.Of(service).Waypoint)
            .FirstOrDefault(waypoint => waypoint is not null);

    private static bool NamesCallers(AuthorizationRule rule) =>
        rule.Sources.SelectMany(source => source).Concat(rule.Conditions).Any(test => test.IsOfPeer && test.Values.Count > 0);

    // A source that asks for no caller lets the waypoint in as well.
    private static bool MayName(IReadOnlyList<AttributeTest> source, Waypoint waypoint) =>
        source
            .Where(test => test.IsOfPeer)
            .All(test =>
                test.Values.Count == 0
                || test.Values.Any(value =>
                    value.Contains('*', StringComparison.Ordinal)
                    || (
                        test.Attribute == RequestAttribute.Namespace
                            ? value == waypoint.Namespace
                            : value.EndsWith($"{waypoint.Namespace}/sa/{waypoint.Name}", StringComparison.Ordinal)
                                || value == $"{waypoint.Namespace}/{waypoint.Name}"
                    )
                )
            );
}
