using MeshStack.Definition;

namespace MeshStack.Preview.Transitions;

/// <summary>What another root, or another phase of a rotation, does to calls.</summary>
/// <remarks>
/// Clusters may be at different steps, after an update that left one out or failed. The step that comes next has to be safe beside each
/// of them: while it is taken, and where it does not get to one of them again.
/// </remarks>
internal static class TrustChange
{
    public static IEnumerable<TransitionNotice> Check(MeshState before, MeshState after)
    {
        if (after.Trust is not { } to)
        {
            yield break;
        }

        var states = before
            .Clusters.SelectMany(c => c.Value.Trust.Select(state => (Cluster: c.Key, State: state)))
            .GroupBy(c => c.State, c => c.Cluster)
            .ToList();
        var steps =
            states.Count > 0
                ? states.Select(s => (State: s.Key, Clusters: (IReadOnlyList<string>)[.. s.Distinct(StringComparer.Ordinal)])).ToList()
            : before.Trust is { } asked ? [(asked, [])]
            : [];
        var problems = steps
            .Where(s => s.State != to)
            .Select(s => (s.Clusters, Problem: TrustTransition.Check(s.State.ToTrust(), to.ToTrust())))
            .Where(s => s.Problem is not null)
            .ToList();
        foreach (var (clusters, problem) in problems)
        {
            // Where all clusters are at the same step, it is that of the mesh.
            var where = steps.Count > 1 ? $"in {string.Join(" and ", clusters)}, " : "";
            yield return new(TransitionKind.Refused, "trust", where + problem!.Message);
        }

        if (problems.Count == 0 && steps.Any(s => s.State != to) && Next(to) is { } next)
        {
            yield return new(TransitionKind.ToDo, "trust", next);
        }
    }

    private static string? Next(RootState to) =>
        to.Phase switch
        {
            RotationPhases.Prepare =>
                "all workloads trust both roots once their proxies have them (a day, or a restart); then phase switch is safe",
            RotationPhases.Switch => "workloads get certificates of the new root within a day, or at a restart; then phase retire is safe",
            RotationPhases.Retire =>
                $"nothing trusts the old root any more; rotation can be removed from the definition, with {to.Root} as the root",
            _ => null,
        };
}
