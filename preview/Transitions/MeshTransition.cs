namespace MeshStack.Preview.Transitions;

/// <summary>What a change from one state of a mesh to another does to what is running.</summary>
public static class MeshTransition
{
    /// <summary>The notices: what is refused first, then by subject.</summary>
    public static IReadOnlyList<TransitionNotice> Check(MeshState before, MeshState after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var notices = new List<TransitionNotice>();
        notices.AddRange(Trust(before, after));
        notices.AddRange(Mesh(before, after));
        foreach (var name in after.Clusters.Keys)
        {
            if (before.Clusters.ContainsKey(name))
            {
                notices.AddRange(ClusterTransition.Check(name, before, after));
            }
        }

        return
        [
            .. notices.OrderBy(n => n.Kind).ThenBy(n => n.Subject, StringComparer.Ordinal).ThenBy(n => n.Message, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<TransitionNotice> Trust(MeshState before, MeshState after)
    {
        if (before.Trust is not { } from || after.Trust is not { } to || from == to)
        {
            yield break;
        }

        if (TrustTransition.Check(from.ToTrust(), to.ToTrust()) is { } problem)
        {
            yield return new(TransitionKind.Refused, "trust", problem.Message);
            yield break;
        }

        var next = to.Phase switch
        {
            RotationPhases.Prepare =>
                "all workloads trust both roots once their proxies have them (a day, or a restart); then phase switch is safe",
            RotationPhases.Switch => "workloads get certificates of the new root within a day, or at a restart; then phase retire is safe",
            RotationPhases.Retire =>
                $"nothing trusts the old root any more; rotation can be removed from the definition, with {to.Root} as the root",
            _ => null,
        };
        if (next is not null)
        {
            yield return new(TransitionKind.ToDo, "trust", next);
        }
    }

    private static IEnumerable<TransitionNotice> Mesh(MeshState before, MeshState after)
    {
        if (before.MeshId != after.MeshId)
        {
            yield return new(
                TransitionKind.Warning,
                "meshId",
                $"from {before.MeshId} to {after.MeshId}: proxies report the old one until their workloads are restarted"
            );
        }

        if (before.Topology != after.Topology)
        {
            yield return new(
                TransitionKind.Warning,
                "topology",
                $"from {before.Topology} to {after.Topology}: services of other clusters get other hosts, so callers have to be changed "
                    + "with it; preview lists the hosts under which they find them"
            );
        }

        foreach (var name in before.Clusters.Keys.Where(c => !after.Clusters.ContainsKey(c)))
        {
            var served = after
                .Clusters.Where(c => c.Value.ServedBy == name || before.Clusters.GetValueOrDefault(c.Key)?.ServedBy == name)
                .Select(c => c.Key)
                .Where(c => c != name)
                .ToList();
            yield return served.Count > 0
                ? new(
                    TransitionKind.Refused,
                    name,
                    $"goes away with the istiod that serves {string.Join(" and ", served)}: let another cluster serve "
                        + $"{(served.Count == 1 ? "it" : "them")} first"
                )
                : new(TransitionKind.Warning, name, "goes away with all that is installed in it; the others forget it");
        }
    }
}
