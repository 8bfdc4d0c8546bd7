namespace MeshStack.Preview.Transitions;

/// <summary>Clusters that leave the mesh.</summary>
internal static class ClusterRemoval
{
    public static IEnumerable<TransitionNotice> Check(MeshState before, MeshState after) =>
        before.Clusters.Where(c => !after.Clusters.ContainsKey(c.Key)).SelectMany(c => Check(c.Key, c.Value, before, after));

    private static IEnumerable<TransitionNotice> Check(string name, ClusterState state, MeshState before, MeshState after)
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
                    + "pulumi up with the cluster still in the definition first, which changes that"
            );
        }

        if (!after.Removed.Clusters.Contains(name))
        {
            yield return new(
                TransitionKind.Refused,
                name,
                "leaves the mesh: all that was installed in it would be deleted, but for its namespaces, and the others would forget it. "
                    + $"If that is meant: pulumi config set --path 'meshstack:removed.clusters[{after.Removed.Clusters.Count}]' {name}"
                    + (
                        after.Clusters.FirstOrDefault(c => c.Value.Context is not null && c.Value.Context == state.Context)
                            is { Key: { } same }
                            ? $". If it is called {same} now: renamedFrom: {name} there"
                            : ""
                    )
            );
            yield break;
        }

        yield return new(TransitionKind.Warning, name, "goes away with all that is installed in it; the others forget it");
        var left = state.Held?.Where(n => n.Value == NamespaceHold.Retained).Select(n => n.Key).ToList() ?? [];
        if (left.Count > 0)
        {
            yield return new(
                TransitionKind.ToDo,
                name,
                $"its namespaces stay: look at what is in them, then kubectl{ContextFlag(state)} delete namespace {string.Join(' ', left)}"
            );
        }
    }

    /// <summary>The flag by which kubectl finds a cluster.</summary>
    internal static string ContextFlag(ClusterState state) => state.Context is { } context ? $" --context {context}" : "";
}
