namespace MeshStack.Preview.Transitions;

/// <summary>Services that come to further clusters, and are said to have been in another one before than they were.</summary>
/// <remarks>The engine would move the objects of the cluster where they are to the first one, and make those a second time before it
/// deletes them.</remarks>
internal static class MulticlusterOrder
{
    public static IEnumerable<TransitionNotice> Check(MeshState before, MeshState after)
    {
        var there = before.Objects.Value;
        if (there.IsEmpty || after.Objects.Value is not { IsEmpty: false } planned)
        {
            return [];
        }

        var known = there.Select(o => o.Key).ToHashSet();
        return (
            from now in planned
            where now is { Intent: not null, Cluster: not null } && !known.Contains(now.Key)
            where now.FormerNames.Any(former => now.Key.Name == $"{former}.{now.Cluster}" && known.Contains(now.Key with { Name = former }))
            let was = before.ClusterOf(now.Intent!)
            where was is not null && was != now.Cluster && after.Clusters.GetValueOrDefault(was)?.Services.Contains(now.Intent!) == true
            select (now.Intent, now.Source, now.Cluster, Was: was)
        )
            .Distinct()
            .Select(one => new TransitionNotice(
                TransitionKind.Refused,
                one.Intent!,
                FormattableString.Invariant(
                    $"it is in {one.Was}, and clusters names {one.Cluster} first: the update would make its objects "
                )
                    + FormattableString.Invariant($"in {one.Was} a second time, and delete them then. Name {one.Was} first")
                    + (one.Source is { } source ? FormattableString.Invariant($" at {source.File}:{source.Line}") : "")
            ));
    }
}
