namespace MeshStack.Preview.Transitions;

/// <summary>Objects that are in the stack under one logical name and planned under another, which the engine takes for two.</summary>
/// <remarks>
/// It makes what is new before it deletes what is gone: the second one fails because the object is there, or takes it over, and then the
/// first one's deletion takes it away. Names that follow an intent's differ when it is renamed; those that follow a host or a Service,
/// or are given, do not.
/// </remarks>
internal static class RepeatedObjects
{
    public static IEnumerable<TransitionNotice> Check(MeshState before, MeshState after)
    {
        var there = before.Objects.Value;
        if (there.IsEmpty || after.Objects.Value is not { IsEmpty: false } planned)
        {
            return [];
        }

        var known = there.Select(o => o.Key).ToHashSet();
        var staying = planned.Select(o => o.Key).ToHashSet();

        // The engine finds what is not there yet by its former names.
        staying.UnionWith(planned.Where(o => !known.Contains(o.Key)).SelectMany(o => o.FormerNames, (o, f) => o.Key with { Name = f }));
        var places = there.Where(o => !staying.Contains(o.Key)).ToLookup(o => o.Place);
        var repeated =
            from now in planned
            from old in places[now.Place]
            where old.IsOfCluster == now.IsOfCluster
            let former = FormerIntent(old, now)
            where former is not null && IsOne(now, old, former, known.Contains(now.Key), before, after)
            select (Now: now, Old: old, Former: former);
        return
        [
            .. repeated
                .GroupBy(r => (r.Former, r.Now.Intent))
                .Select(g => Notice(g.Key.Former, [.. g.Select(r => (r.Now, r.Old))], known.Contains, after)),
        ];
    }

    /// <summary>The name that the intent had: a logical name is that of its intent and what the object is to it.</summary>
    private static string? FormerIntent(MeshObject old, MeshObject now) =>
        old.Intent is { } known
        && old.Key.Name.StartsWith(known, StringComparison.Ordinal)
        && now.Key.Name.StartsWith(now.Intent!, StringComparison.Ordinal)
            ? old.Key.Name[known.Length..] == now.Key.Name[now.Intent!.Length..]
                ? known
                : null
            : now.Key.Name.StartsWith(now.Intent!, StringComparison.Ordinal)
            && now.Key.Name[now.Intent!.Length..] is var part
            && old.Key.Name.EndsWith(part, StringComparison.Ordinal)
            && old.Key.Name.Length > part.Length
                ? old.Key.Name[..^part.Length]
                : null;

    /// <summary>Whether both are one object: one of that name in another cluster is another one.</summary>
    private static bool IsOne(MeshObject now, MeshObject old, string former, bool isThere, MeshState before, MeshState after)
    {
        // What has no provider any more, a rename that was cut has left.
        if (now.IsOfCluster)
        {
            return !isThere && !before.Clusters.ContainsKey(former);
        }

        var (from, to) = (before.ClusterOf(former), after.ClusterOf(now.Intent!));
        return (from is not null && from == to)
            || (!isThere && (from is null || to is null))
            || now.FormerNames.Contains(old.Key.Name, StringComparer.Ordinal);
    }

    private static TransitionNotice Notice(
        string former,
        IReadOnlyList<(MeshObject Now, MeshObject Old)> objects,
        Func<Manifests.ResourceId, bool> isThere,
        MeshState after
    )
    {
        var (now, old) = objects[0];
        var more = objects.Count == 1 ? "" : FormattableString.Invariant($" and {objects.Count - 1} more");
        var place = now.Source is { } source ? FormattableString.Invariant($" at {source.File}:{source.Line}") : "";
        var twice = objects.Where(o => isThere(o.Now.Key) && o.Old.Urn is not null).Select(o => $"'{o.Old.Urn}'").ToList();
        return new(
            TransitionKind.Refused,
            now.Intent!,
            twice.Count > 0
                ? $"{now} is in the stack twice, as part of {former} and of {now.Intent}, and would be deleted with {former}. To keep it: "
                    + $"pulumi state delete{after.StackFlag} {string.Join(' ', twice)}"
                : $"{now}{more} is in the stack as part of {former}, which leaves, and would be made a second time before that: the update "
                    + $"would fail half-way, or take it over and delete it then. If {now.Intent} is {former} under another name: "
                    + $"renamedFrom: {former}{place}. If not: an update without {now.Intent} first"
        );
    }
}
