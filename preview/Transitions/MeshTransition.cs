namespace MeshStack.Preview.Transitions;

/// <summary>What a change from one state of a mesh to another does to what is running.</summary>
public static class MeshTransition
{
    /// <summary>The notices: what is refused first, then by subject.</summary>
    /// <param name="before">The state that earlier updates left.</param>
    /// <param name="after">The state that the definition leads to.</param>
    public static IReadOnlyList<TransitionNotice> Check(MeshState before, MeshState after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        before = ClusterNames.Of(after).In(before);
        var notices = new List<TransitionNotice>();
        var commands = new RemovalCommands(after);
        notices.AddRange(Interruption.Check(before, after));
        notices.AddRange(TrustChange.Check(before, after));
        notices.AddRange(Mesh(before, after));
        notices.AddRange(ClusterRemoval.Check(before, after, commands));
        notices.AddRange(RepeatedObjects.Check(before, after));
        notices.AddRange(MulticlusterOrder.Check(before, after));
        notices.AddRange(OpenedWorkloads.Check(before, after));
        foreach (var name in after.Clusters.Keys.Where(before.Clusters.ContainsKey))
        {
            notices.AddRange(ClusterTransition.Check(name, before, after));
            notices.AddRange(ClusterMove.Check(name, before.Clusters[name], after.Clusters[name]));
            notices.AddRange(NamespaceRemoval.Check(name, before.Clusters[name], after, commands));
        }

        return
        [
            .. notices.OrderBy(n => n.Kind).ThenBy(n => n.Subject, StringComparer.Ordinal).ThenBy(n => n.Message, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<TransitionNotice> Mesh(MeshState before, MeshState after)
    {
        // No proxy and no caller is left to notice.
        if (after.Clusters.IsEmpty)
        {
            yield break;
        }

        // Nothing was asked for yet where no update has ended.
        if (before.MeshId.Length > 0 && before.MeshId != after.MeshId)
        {
            yield return new(
                TransitionKind.Warning,
                "meshId",
                $"from {before.MeshId} to {after.MeshId}: proxies report the old one until their workloads are restarted"
            );
        }

        if (before.Topology.Length > 0 && before.Topology != after.Topology)
        {
            yield return new(
                TransitionKind.Warning,
                "topology",
                $"from {before.Topology} to {after.Topology}: services of other clusters get other hosts, so callers have to be changed "
                    + "with it; preview lists the hosts under which they find them"
            );
        }
    }
}
