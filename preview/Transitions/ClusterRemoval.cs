using System.Collections.Immutable;

namespace MeshStack.Preview.Transitions;

/// <summary>Clusters that leave the mesh.</summary>
internal static class ClusterRemoval
{
    public static IEnumerable<TransitionNotice> Check(MeshState before, MeshState after, RemovalCommands commands) =>
        before
            .Clusters.Where(c => !after.Clusters.ContainsKey(c.Key))
            .SelectMany(c => Check(c.Key, c.Value, before, after, commands))
            // One that comes back under that name has them again.
            .Concat(before.UnclaimedNamespaces.Where(c => !after.Clusters.ContainsKey(c.Key)).Select(c => Unclaimed(c.Key, c.Value)));

    private static TransitionNotice Unclaimed(string name, ImmutableSortedSet<string> namespaces) =>
        new(
            TransitionKind.Refused,
            name,
            $"its rename has not ended, and {string.Join(" and ", namespaces)} would be deleted with all that is in "
                + $"{(namespaces.Count == 1 ? "it" : "them")}, because an older MeshStack made {(namespaces.Count == 1 ? "it" : "them")}: "
                + $"run pulumi up with the cluster still in the definition first, under its new name with renamedFrom: {name}, while it is "
                + "reachable, which changes that"
        );

    private static IEnumerable<TransitionNotice> Check(
        string name,
        ClusterState state,
        MeshState before,
        MeshState after,
        RemovalCommands commands
    )
    {
        var served = after
            .Clusters.Where(c => c.Value.ServedBy == name || before.Clusters.GetValueOrDefault(c.Key)?.ServedBy == name)
            .Select(c => c.Key)
            .Where(c => c != name)
            .ToList();
        if (served.Count > 0)
        {
            yield return new(
                TransitionKind.Refused,
                name,
                $"goes away with the istiod that serves {string.Join(" and ", served)}: let another cluster serve "
                    + $"{(served.Count == 1 ? "it" : "them")} first"
            );
        }

        if (state.Held?.Any(n => n.Value == NamespaceHold.Unretained) == true)
        {
            yield return new(
                TransitionKind.Refused,
                name,
                "goes away, and its namespaces would be deleted with all that is in them, because an older MeshStack made them: run "
                    + "pulumi up with the cluster still in the definition first, while it is reachable, which changes that. If it is gone "
                    + "for good: PULUMI_K8S_DELETE_UNREACHABLE=true pulumi refresh, which forgets them"
            );
        }

        var successor = after.Clusters.FirstOrDefault(c => !before.Clusters.ContainsKey(c.Key) && IsSame(c.Value, state)).Key;
        var deleted = NamesOf(state, NamespaceHold.DeletedWithMesh);
        if (!after.Removed.Clusters.Contains(name))
        {
            yield return new(
                TransitionKind.Refused,
                name,
                "leaves the mesh: all that was installed in it would be deleted, but for its namespaces, and the others would forget it. "
                    + (deleted.Count == 0 ? "" : $"Of these, {string.Join(" and ", deleted)} would go with all that is in them. ")
                    + $"If that is meant: {commands.Cluster(name)}"
                    + (successor is null ? "" : $". If it is called {successor} now: renamedFrom: {name} there")
            );
            yield break;
        }

        // What comes is made before what goes is deleted.
        if (successor is not null)
        {
            yield return new(
                TransitionKind.Refused,
                name,
                $"goes away while {successor} comes, in what looks like the same cluster: everything would be made a "
                    + "second time where it is, and fail. If it is the "
                    + $"same cluster: renamedFrom: {name} at {successor}, and nothing under removed. If not: an update without "
                    + $"{successor} first"
            );
        }

        yield return new(TransitionKind.Warning, name, "goes away with all that is installed in it; the others forget it");
        if (deleted.Count > 0)
        {
            yield return new(
                TransitionKind.Warning,
                name,
                $"{(deleted.Count == 1 ? "namespace" : "namespaces")} {string.Join(" and ", deleted)} of it "
                    + $"{(deleted.Count == 1 ? "is" : "are")} deleted with all that is in {(deleted.Count == 1 ? "it" : "them")}"
            );
        }

        var left = NamesOf(state, NamespaceHold.Retained);
        if (left.Count > 0)
        {
            yield return new(
                TransitionKind.ToDo,
                name,
                $"its namespaces stay: look at what is in them, then kubectl{state.ContextFlag} delete namespace {string.Join(' ', left)}"
            );
        }
    }

    private static List<string> NamesOf(ClusterState state, NamespaceHold hold) =>
        state.Held?.Where(n => n.Value == hold).Select(n => n.Key).ToList() ?? [];

    /// <summary>Whether a cluster that comes is likely the one that goes.</summary>
    private static bool IsSame(ClusterState coming, ClusterState going) =>
        (coming.Context is not null && coming.Context == going.Context)
        || (coming.Authority is not null && coming.Authority == going.Authority);
}
