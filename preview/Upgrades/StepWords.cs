using MeshStack.Preview.Transitions;

namespace MeshStack.Preview.Upgrades;

/// <summary>A step of an upgrade in words, and what the definition says for it.</summary>
internal static class StepWords
{
    /// <summary>What becomes of revisions, tags and injection.</summary>
    public static IEnumerable<string> Changes(MeshState before, MeshState after) =>
        Ordered(after).SelectMany(name => Changes(name, before, after));

    /// <summary>The settings of a state, with the revision or tag of each cluster's gateways.</summary>
    public static string Definition(MeshState state, Func<string, string> referenceOf)
    {
        var said = Ordered(state).Select(name => (Name: name, Text: Definition(state.Clusters[name], referenceOf(name)))).ToArray();
        return said.Select(one => one.Text).Distinct(StringComparer.Ordinal).Count() == 1
            ? $"istio: {said[0].Text}"
            : string.Join("; ", said.Select(one => $"{one.Name}: istio: {one.Text}"));
    }

    // Those that serve others have to be there first.
    private static IEnumerable<string> Ordered(MeshState state) =>
        state
            .Clusters.OrderBy(cluster => cluster.Value.ServedBy == cluster.Key ? 0 : 1)
            .ThenBy(cluster => cluster.Key, StringComparer.Ordinal)
            .Select(cluster => cluster.Key);

    private static IEnumerable<string> Changes(string name, MeshState before, MeshState after)
    {
        var (was, becomes) = (before.Clusters[name], after.Clusters[name]);
        var served = becomes.ServedBy == name ? "" : $", which {becomes.ServedBy} serves";
        foreach (var revision in was.Revisions.Keys.Union(becomes.Revisions.Keys).Order(StringComparer.Ordinal))
        {
            var (old, next) = (was.Revisions.GetValueOrDefault(revision), becomes.Revisions.GetValueOrDefault(revision));
            if (old != next)
            {
                yield return $"{name}{served}: revision {revision} "
                    + (
                        old is null ? $"of {next}"
                        : next is null ? $"of {old} leaves"
                        : $"from {old} to {next}"
                    );
            }
        }

        foreach (var tag in was.Tags.Keys.Union(becomes.Tags.Keys).Order(StringComparer.Ordinal))
        {
            var (old, next) = (was.Tags.GetValueOrDefault(tag), becomes.Tags.GetValueOrDefault(tag));
            if (old != next)
            {
                yield return $"{name}{served}: tag {tag} " + (next is null ? "leaves" : $"for {next}");
            }
        }

        foreach (
            var moved in becomes
                .Namespaces.Where(one => was.Namespaces.GetValueOrDefault(one.Key) is { } old && old != one.Value)
                .GroupBy(one => one.Value, one => one.Key, StringComparer.Ordinal)
        )
        {
            yield return $"{name}{served}: injection {moved.Key} for {string.Join(", ", moved.Order(StringComparer.Ordinal))}";
        }
    }

    private static string Definition(ClusterState cluster, string reference)
    {
        if (cluster.Revisions.Count == 1 && cluster.Revisions.TryGetValue(RevisionSet.Default, out var only))
        {
            return $"{{version: {only}}}";
        }

        var known =
            cluster.Revisions.ContainsKey(reference) || cluster.Tags.ContainsKey(reference) ? reference : cluster.Revisions.Keys.First();
        var revisions = string.Join(", ", cluster.Revisions.Select(revision => $"{revision.Key}: {{version: {revision.Value}}}"));
        var tags = string.Join(", ", cluster.Tags.Select(tag => $"{tag.Key}: {tag.Value}"));
        return $"{{revisions: {{{revisions}}}, revision: {known}" + (tags.Length == 0 ? "}" : $", tags: {{{tags}}}}}");
    }
}
