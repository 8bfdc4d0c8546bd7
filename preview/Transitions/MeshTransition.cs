using System.Collections.Immutable;

namespace MeshStack.Preview.Transitions;

/// <summary>What a change from one state of a mesh to another does to what is running.</summary>
public static class MeshTransition
{
    /// <summary>The notices: what is refused first, then by subject.</summary>
    public static IReadOnlyList<TransitionNotice> Check(MeshState before, MeshState after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var names = before.Clusters;
        before = Renamed(before, after);
        var notices = new List<TransitionNotice>();
        var commands = new RemovalCommands(after.Removed);
        notices.AddRange(Interruption.Check(before, after));
        notices.AddRange(TrustChange.Check(before, after));
        notices.AddRange(Mesh(before, after));
        notices.AddRange(ClusterRemoval.Check(before, after, commands));
        foreach (var name in after.Clusters.Keys.Where(before.Clusters.ContainsKey))
        {
            notices.AddRange(ClusterTransition.Check(name, before, after));
            notices.AddRange(ClusterMove.Check(name, before.Clusters[name], after.Clusters[name], isRenamed: !names.ContainsKey(name)));
            notices.AddRange(NamespaceRemoval.Check(name, before.Clusters[name], after, commands));
        }

        return
        [
            .. notices.OrderBy(n => n.Kind).ThenBy(n => n.Subject, StringComparer.Ordinal).ThenBy(n => n.Message, StringComparer.Ordinal),
        ];
    }

    /// <summary>The state of before, with the names of after.</summary>
    private static MeshState Renamed(MeshState before, MeshState after)
    {
        var names = after
            .Clusters.Where(c => c.Value.Defined.RenamedFrom is { } from && before.Clusters.ContainsKey(from))
            .Where(c => !before.Clusters.ContainsKey(c.Key))
            .ToDictionary(c => c.Value.Defined.RenamedFrom!, c => c.Key, StringComparer.Ordinal);
        return names.Count == 0
            ? before
            : before with
            {
                Clusters = before.Clusters.ToImmutableSortedDictionary(c => Of(c.Key), c => In(c.Value), StringComparer.Ordinal),
            };

        string Of(string cluster) => names.GetValueOrDefault(cluster, cluster);

        ClusterState In(ClusterState state) =>
            state with
            {
                ServedBy = Of(state.ServedBy),
                ConfiguredIn = state.ConfiguredIn is { } config ? Of(config) : null,
                ReadBy = [.. state.ReadBy.Select(Of)],
            };
    }

    private static IEnumerable<TransitionNotice> Mesh(MeshState before, MeshState after)
    {
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
