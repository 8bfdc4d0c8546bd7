namespace MeshStack.Analysis.Access;

/// <summary>What gets through to one target.</summary>
internal sealed record TargetOutcome(AccessTarget Target, RequestBounds Requests, IReadOnlyList<Cause> Because, string? Through)
{
    /// <summary>An outcome by target; what is undecided before it comes anywhere counts for what the host means.</summary>
    public static IReadOnlyList<TargetOutcome> Of(FamilyOutcome outcome, Func<Workload, int, AccessTarget> targetOf, Func<IEnumerable<AccessTarget>> meant)
    {
        var possible = outcome.Requests.Possible;
        if (possible.IsEmpty)
        {
            return [];
        }

        Cause[] because = [.. outcome.Because.Where(cause => cause.Name != RequestFamily.Anyone).Distinct().OrderBy(cause => cause.ToString(), StringComparer.Ordinal)];
        List<TargetOutcome> targets = [];
        foreach (var arrived in outcome.Arrived.Where(one => one.Workload is not null).GroupBy(one => targetOf(one.Workload!, one.Port)))
        {
            var through = arrived.Select(one => one.Through).Distinct(StringComparer.Ordinal).ToArray();
            targets.Add(new(arrived.Key, Within(outcome.Requests, RequestSet.Union(arrived.Select(one => one.Requests))), because, through is [var only] ? only : string.Join(" or ", through.Select(one => one ?? "directly").Order(StringComparer.Ordinal))));
        }

        var open = outcome.Arrived.Count == 0 ? possible : possible.Except(RequestSet.Union(outcome.Arrived.Select(one => one.Requests)));
        if (!open.IsEmpty)
        {
            targets.AddRange(meant().Where(target => targets.TrueForAll(one => one.Target != target)).Select(target => new TargetOutcome(target, Within(outcome.Requests, open), because, null)));
        }

        return targets;
    }

    private static RequestBounds Within(RequestBounds requests, RequestSet part) => requests.Possible.Equals(part) ? requests : requests.Intersect(RequestBounds.Of(part));
}
