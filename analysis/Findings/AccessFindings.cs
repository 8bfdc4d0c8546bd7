using MeshStack.Analysis.Concurrency;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Findings;

/// <summary>What the proof shows about the objects themselves: rules and routes that no request comes by, and some that do not do what they
/// seem to.</summary>
/// <remarks>Nothing here is needed for an answer about access; each of them is a place where objects say something else than their author
/// is likely to mean.</remarks>
public static class AccessFindings
{
    /// <summary>What is found in a snapshot with the given matrix, in the order of reports.</summary>
    public static IReadOnlyList<Finding> Of(Snapshot snapshot, AccessMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(matrix);

        // What nobody can read may be what a rule or a route is there for.
        if (snapshot.ClusterNames.Any(cluster => snapshot.Cluster(cluster).HasUnread))
        {
            return [];
        }

        var subject = new FindingSubject(snapshot, matrix);

        // Control planes are looked at side by side, and what is found is sorted at the end.
        var found = Cores.Each(subject.ControlPlanes, snapshot.Size, controlPlane => Of(subject, controlPlane).ToArray());
        List<Finding> findings = [.. found.SelectMany(one => one).Distinct()];
        findings.Sort(Finding.Order);
        return findings;
    }

    private static IEnumerable<Finding> Of(FindingSubject subject, GovernedControlPlane controlPlane)
    {
        PolicyPorts[] policies =
        [
            .. controlPlane
                .Enforced()
                .SelectMany(one =>
                    Told<PolicyPorts>(() =>
                        [
                            new PolicyPorts(
                                one.Policy,
                                [
                                    .. one.Workloads.SelectMany(workload =>
                                        ServedPorts.Of(subject.Snapshot, workload).Select(port => subject.RulesOf(workload, port))
                                    ),
                                ]
                            ),
                        ]
                    )
                )
                .Where(policy => policy.Ports.Count > 0),
        ];
        return Told(() => SelectorsOfNothing.Of(controlPlane))
            .Concat(Told(() => PoliciesWithoutProxy.Of(controlPlane)))
            .Concat(Told(() => AmbientRules.Of(controlPlane)))
            .Concat(Told(() => CallersBehindWaypoints.Of(controlPlane)))
            .Concat(Told(() => UnboundWaypoints.Of(controlPlane)))
            .Concat(policies.SelectMany(policy => Told(() => DeadRules.Of(policy))))
            .Concat(Told(() => ShadowedRules.Of(controlPlane, policies)))
            .Concat(policies.SelectMany(policy => Told(() => UnreachedRules.Of(subject, policy))))
            .Concat(policies.SelectMany(policy => Told(() => PlaintextRules.Of(policy, controlPlane))))
            .Concat(
                controlPlane.ControlPlane.Policies.All.SelectMany(policy => Told(() => UnknownCallers.Of(subject, controlPlane, policy)))
            )
            .Concat(Told(() => MergedIdentities.Of(subject, controlPlane)))
            .Concat(Told(() => UnreachedRoutes.Of(subject, controlPlane)))
            .Concat(Told(() => ForeignRoutes.Of(subject, controlPlane)))
            .Concat(Told(() => UncalledHosts.Of(subject, controlPlane)))
            .Concat(Told(() => LostImports.Of(subject, controlPlane)));
    }

    // Of what is too much to be told apart nothing is said: the matrix calls it undecided.
    private static IReadOnlyList<T> Told<T>(Func<IEnumerable<T>> look)
    {
        try
        {
            return [.. look()];
        }
        catch (SetLimitException)
        {
            return [];
        }
    }
}
