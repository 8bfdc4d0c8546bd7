namespace MeshStack.Definition;

/// <summary>What a change of revisions, tags and namespaces means for what is running.</summary>
internal static class RevisionReferences
{
    /// <summary>The namespaces whose workloads have to be restarted, by name.</summary>
    public static IReadOnlyList<WorkloadRestart> Restarts(RevisionState before, RevisionState after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var restarts = new List<WorkloadRestart>();
        foreach (var (name, reference) in after.Namespaces.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            if (
                before.Namespaces.TryGetValue(name, out var earlier)
                && Proxy(after, reference) is { } to
                && Proxy(before, earlier) is var from
                && from != to
            )
            {
                restarts.Add(new(name, reference, from, to));
            }
        }

        return restarts;
    }

    /// <summary>What refers to a revision that is not there: tags first, then namespaces, by name.</summary>
    /// <remarks>New pods of such a namespace get no proxy, and those of a removed revision's get no new configuration.</remarks>
    public static IReadOnlyList<RevisionReference> Dangling(RevisionState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var tags = state
            .Revisions.Tags.Where(t => !state.Revisions.Versions.ContainsKey(t.Value))
            .Select(t => new RevisionReference("Tag", t.Key, t.Value));
        var namespaces = state
            .Namespaces.Where(n => state.Revisions.Resolve(n.Value) is null)
            .Select(n => new RevisionReference("Namespace", n.Key, n.Value));
        return [.. tags.OrderBy(t => t.Name, StringComparer.Ordinal), .. namespaces.OrderBy(n => n.Name, StringComparer.Ordinal)];
    }

    /// <summary>What still refers to a revision, directly or by a tag, that is to be removed: tags first, then namespaces, by
    /// name.</summary>
    public static IReadOnlyList<RevisionReference> To(string revision, RevisionState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var tags = state.Revisions.Tags.Where(t => t.Value == revision).Select(t => new RevisionReference("Tag", t.Key, t.Value));
        var namespaces = state
            .Namespaces.Where(n => state.Revisions.Tags.GetValueOrDefault(n.Value, n.Value) == revision)
            .Select(n => new RevisionReference("Namespace", n.Key, n.Value));
        return [.. tags.OrderBy(t => t.Name, StringComparer.Ordinal), .. namespaces.OrderBy(n => n.Name, StringComparer.Ordinal)];
    }

    private static string? Proxy(RevisionState state, string reference) =>
        state.Revisions.Resolve(reference) is { } revision ? $"{revision} ({state.Revisions.Versions[revision]})" : null;
}
