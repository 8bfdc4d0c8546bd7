using MeshStack.Analysis.Matrix;

namespace MeshStack.Analysis.Reach;

/// <summary>What a change brings nearer to callers that they do not call themselves.</summary>
public static class ReachDiff
{
    /// <summary>The services that callers come to in several calls, and in fewer than before.</summary>
    /// <param name="before">The chains before the change.</param>
    /// <param name="after">The chains after it.</param>
    /// <param name="callers">The callers that are asked for; those that one side does not have come to nothing there.</param>
    public static IReadOnlyList<NearerService> Between(AccessReach before, AccessReach after, IEnumerable<AccessCaller> callers)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(callers);
        return [.. callers.Distinct().Where(after.Callers.Contains).SelectMany(caller => Of(caller, before, after))];
    }

    private static IEnumerable<NearerService> Of(AccessCaller caller, AccessReach before, AccessReach after)
    {
        var was = before.Callers.Contains(caller)
            ? before.Of(caller).GroupBy(way => way.Target).ToDictionary(ways => ways.Key, ways => ways.Min(way => way.Calls.Count))
            : [];
        return from way in after.Of(caller)
            where way.Calls.Count > 1
            let calls = was.TryGetValue(way.Target, out var count) ? count : (int?)null
            where calls is null || calls > way.Calls.Count
            select new NearerService(way, calls);
    }
}
