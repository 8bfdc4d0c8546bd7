using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Diff;

/// <summary>What a change of objects changes for callers.</summary>
/// <remarks>
/// Names do not count: a target that is reached under another host is reached still. A caller that one of the two snapshots does not have
/// gets
/// nothing through there, unless every workload of its cluster does. What is undecided before it comes anywhere may come to any target.
/// </remarks>
public static class AccessDiff
{
    /// <summary>The callers and targets whose access differs; empty where objects differ but access does not.</summary>
    public static IReadOnlyList<AccessChange> Between(AccessMatrix before, AccessMatrix after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);

        // Whom one side names and the other does not is asked for on both.
        (before, after) = (before.AskedAlsoBy(after), after.AskedAlsoBy(before));
        var known = before.Callers.Concat(after.Callers).ToHashSet();
        var (was, becomes) = (new ComparedCells(before, known), new ComparedCells(after, known));
        var callers = known.ToLookup(caller => caller.Cluster, StringComparer.Ordinal);
        var (openBefore, openAfter) = (new OpenEnds(before), new OpenEnds(after));
        var changes = was
            .Targets.Union(becomes.Targets)
            .SelectMany(target => Told(Of(target, was.At(target), becomes.At(target), callers)))
            .Select(change =>
                change with
                {
                    Undecided =
                        change.Undecided || openBefore.Have(change.Caller, change.Gained) || openAfter.Have(change.Caller, change.Lost),
                }
            );
        return [.. changes.By(change => change.Target).ThenBy(change => change.Caller)];
    }

    // What any other caller gains or loses goes without saying where it is what some known one does, and so on for who has a name.
    private static IEnumerable<AccessChange> Told(IEnumerable<AccessChange> changes)
    {
        AccessChange[] all = [.. changes];
        return all.Where(change =>
            change.Caller.Identity is null
            || !all.Any(other =>
                other.Caller.Cluster == change.Caller.Cluster
                && (
                    change.Caller == change.Caller.Other
                        ? other.Caller is { Identity: null, IsOutside: false }
                        : other.Caller == change.Caller.Other
                )
                && other.Gained.Equals(change.Gained)
                && other.Lost.Equals(change.Lost)
            )
        );
    }

    private static IEnumerable<AccessChange> Of(
        AccessTarget target,
        TargetAccess before,
        TargetAccess after,
        ILookup<string, AccessCaller> callers
    )
    {
        if (before.IsLike(after))
        {
            yield break;
        }

        // Who may do the same as everyone is one caller where that is so on both sides.
        var both = before.Open.Intersect(after.Open, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var one = before
            .Open.Concat(after.Open)
            .Distinct(StringComparer.Ordinal)
            .Where(cluster => !both.Contains(cluster))
            .SelectMany(cluster => callers[cluster])
            .Where(caller => !caller.IsOutside);
        foreach (
            var caller in before
                .Callers.Concat(after.Callers)
                .Concat(one)
                .Distinct()
                .Where(caller => !caller.IsEveryone || both.Contains(caller.Cluster))
        )
        {
            if (Of(caller, target, before.Of(caller), after.Of(caller)) is { } change)
            {
                yield return change;
            }
        }
    }

    private static AccessChange? Of(AccessCaller caller, AccessTarget target, CallerAccess before, CallerAccess after)
    {
        try
        {
            return Compared(caller, target, before, after);
        }
        catch (SetLimitException)
        {
            // Too much to tell apart: whatever is asked now may be gained, and whatever was asked may be lost.
            var (lost, gained) = (before.Requests.Possible, after.Requests.Possible);
            var because = gained.IsEmpty ? before.Because : after.Because;
            return new(caller, target, AccessChangeKind.Changed, gained, lost, gained.Witness(), lost.Witness(), Undecided: true, because);
        }
    }

    private static AccessChange? Compared(AccessCaller caller, AccessTarget target, CallerAccess before, CallerAccess after)
    {
        var (old, now) = (before.Requests, after.Requests);
        var gained = now.Possible.Except(old.Possible).Union(now.Certain.Except(old.Certain));
        var lost = old.Possible.Except(now.Possible).Union(old.Certain.Except(now.Certain));
        if (gained.IsEmpty && lost.IsEmpty)
        {
            return null;
        }

        var isKnown = gained.IsSubsetOf(now.Certain.Except(old.Possible)) && lost.IsSubsetOf(old.Certain.Except(now.Possible));
        var kind =
            lost.IsEmpty ? AccessChangeKind.Gained
            : gained.IsEmpty ? AccessChangeKind.Lost
            : AccessChangeKind.Changed;
        return new(
            caller,
            target,
            kind,
            gained,
            lost,
            gained.Witness(),
            lost.Witness(),
            !isKnown,
            now.Possible.IsEmpty ? before.Because : after.Because
        );
    }
}
