using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Upgrades;

/// <summary>What differs for callers between two ways to take the same objects.</summary>
/// <param name="Access">What they gain and lose.</param>
/// <param name="Calls">What becomes of their calls besides.</param>
internal sealed record VersionDifference(IReadOnlyList<AccessChange> Access, IReadOnlyList<CallChange> Calls)
{
    public static VersionDifference Between(AccessMatrix before, AccessMatrix after) =>
        new(AccessDiff.Between(before, after), CallDiff.Between(before, after));

    /// <summary>Whether a change, or a part of it, is among these.</summary>
    public bool Has(AccessChange change) =>
        Access.Any(one =>
            one.Target == change.Target
            && one.Caller == change.Caller
            && (Overlap(one.Gained, change.Gained) || Overlap(one.Lost, change.Lost))
        );

    /// <summary>The same of what becomes of calls.</summary>
    public bool Has(CallChange change) =>
        Calls.Any(one =>
            (one.Host, one.Port, one.Effect, one.What) == (change.Host, change.Port, change.Effect, change.What)
            && one.Callers.Intersect(change.Callers).Any()
            && Overlap(one.Requests, change.Requests)
        );

    private static bool Overlap(RequestSet one, RequestSet other)
    {
        try
        {
            return !one.IsEmpty && !other.IsEmpty && !one.Intersect(other).IsEmpty;
        }
        catch (SetLimitException)
        {
            // Too much to tell apart.
            return true;
        }
    }
}
