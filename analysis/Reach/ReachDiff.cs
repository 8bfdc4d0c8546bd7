using MeshStack.Analysis.Matrix;

namespace MeshStack.Analysis.Reach;

/// <summary>What a change brings nearer to callers that they do not call themselves.</summary>
public static class ReachDiff
{
    /// <summary>The services that callers come to in several calls, and in fewer than before.</summary>
    /// <remarks>Besides the callers that are asked for, those are that call targets behind which workloads have other accounts than before:
    /// they gain nothing themselves, and come to what these accounts may call.</remarks>
    /// <param name="before">The chains before the change.</param>
    /// <param name="after">The chains after it.</param>
    /// <param name="callers">The callers that are asked for; those that one side does not have come to nothing there.</param>
    public static IReadOnlyList<NearerService> Between(AccessReach before, AccessReach after, IEnumerable<AccessCaller> callers)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(callers);
        return
        [
            .. callers
                .SelectMany(after.Each)
                .Concat(after.Diverted(before))
                .Distinct()
                .Where(after.Has)
                .SelectMany(caller => Of(caller, before, after)),
        ];
    }

    private static IEnumerable<NearerService> Of(AccessCaller caller, AccessReach before, AccessReach after)
    {
        var was = (before.Has(caller) ? before.Reached(caller) : ReachedTargets.None).Lengths;
        return from end in after.Reached(caller).Ends
            where end.Length > 1
            let calls = was.TryGetValue(end.Call.Target, out var count) ? count : (int?)null
            where calls is null || calls > end.Length
            select new NearerService(new(caller, end.UpToHere), calls);
    }
}
