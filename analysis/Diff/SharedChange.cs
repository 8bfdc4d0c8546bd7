using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Diff;

/// <summary>Calls of which other shares go to the destinations of routes than before.</summary>
/// <param name="Requests">The requests.</param>
/// <param name="Shares">What each destination gets: what gets more first.</param>
/// <param name="AreCopies">True where it is copies that are sent.</param>
/// <param name="IsElsewhere">True where somebody else answers more of them.</param>
/// <param name="IsUndecided">True where it may be so.</param>
/// <param name="Because">The objects that say so.</param>
internal sealed record SharedChange(
    RequestSet Requests,
    IReadOnlyList<ShareChange> Shares,
    bool AreCopies,
    bool IsElsewhere,
    bool IsUndecided,
    IReadOnlyList<Cause> Because
)
{
    /// <summary>The changes between what becomes of the same calls before and after.</summary>
    public static IEnumerable<SharedChange> Between(HandledCalls old, HandledCalls now)
    {
        if (!old.Question.HasShares && !now.Question.HasShares)
        {
            return [];
        }

        try
        {
            var compared = Compared(old, now);
            if (!IsUnknown(old) && !IsUnknown(now))
            {
                return compared;
            }

            var rest = now.All.Except(RequestSet.Union(compared.Select(change => change.Requests)));
            return rest.IsEmpty ? compared : [.. compared, .. OfRoutes(old, now, rest)];
        }
        catch (SetLimitException)
        {
            return OfRoutes(old, now, now.All);
        }
    }

    private static bool IsUnknown(HandledCalls calls) => calls.Shares.Sent.Any(one => one.Shares.Values.Any(share => share is null));

    /// <summary>
    /// Where it is not known which route takes which calls, all of them may go otherwise once the routes do not say the same.
    /// </summary>
    private static IReadOnlyList<SharedChange> OfRoutes(HandledCalls old, HandledCalls now, RequestSet requests)
    {
        var (were, are) = (old.Routes, now.Routes);
        (Cause By, CallShare Share)[] gone = [.. were.Except(are)];
        (Cause By, CallShare Share)[] came = [.. are.Except(were)];
        CallDestination[] changed = [.. came.Concat(gone).Select(one => one.Share.To).Distinct()];
        return changed.Length == 0
            ? []
            :
            [
                new(
                    requests,
                    Ordered(changed.Select(to => new ShareChange(to, Only(gone, to), Only(came, to)))),
                    AreCopies: false,
                    IsElsewhere: changed.Select(to => string.Join('\n', Answering(to))).Distinct(StringComparer.Ordinal).Count() > 1,
                    IsUndecided: true,
                    [.. came.Concat(gone).Select(one => one.By).Distinct()]
                ),
            ];

        IEnumerable<string> Answering(CallDestination to)
        {
            try
            {
                return now.Shares.Answering(to).Concat(old.Shares.Answering(to)).Distinct().Order(StringComparer.Ordinal);
            }
            catch (SetLimitException)
            {
                return [to.ToString()];
            }
        }

        static Share? Only((Cause By, CallShare Share)[] routes, CallDestination to) =>
            routes.Where(one => one.Share.To == to).Select(one => one.Share.Share).Distinct().ToArray() is [var only] ? only : null;
    }

    private static IReadOnlyList<SharedChange> Compared(HandledCalls old, HandledCalls now) =>
        [
            .. from before in old.Shares.Sent
            from after in now.Shares.Sent
            where !before.IsShared(after) && !IsOfServices(before, after)
            let change = Of(before, after, areCopies: false, AnswersMore(old.Shares, before, now.Shares, after))
            where !change.Requests.IsEmpty
            select change,
            .. from before in old.Shares.Copied
            from after in now.Shares.Copied
            where before.Shares.Keys.SequenceEqual(after.Shares.Keys) && !before.IsShared(after)
            let change = Of(before, after, areCopies: true, isElsewhere: true)
            where !change.Requests.IsEmpty
            select change,
        ];

    /// <summary>What a destination gets of copies that nobody got before.</summary>
    public static IReadOnlyList<ShareChange> OfCopies(HandledCalls now, string end, RequestSet requests)
    {
        if (!now.Question.HasShares)
        {
            return [];
        }

        try
        {
            return
            [
                .. from copied in now.Shares.Copied
                let share = copied.Shares.First()
                where share.Value != Share.All && now.Shares.Copying(share.Key).Contains(end) && copied.Requests.Equals(requests)
                select new ShareChange(share.Key, Share.None, share.Value),
            ];
        }
        catch (SetLimitException)
        {
            return [];
        }
    }

    // That another service gets all of them is told by who answers.
    private static bool IsOfServices(SharedRequests before, SharedRequests after) =>
        before.Only is { } was && after.Only is { } now && (was.Host != now.Host || (was.Subset, was.Labels) == (now.Subset, now.Labels));

    private static SharedChange Of(SharedRequests before, SharedRequests after, bool areCopies, bool isElsewhere)
    {
        var (requests, isKnown) = Both(before.Requests, after.Requests);
        ShareChange[] shares =
        [
            .. after
                .Shares.Keys.Union(before.Shares.Keys)
                .Select(to => new ShareChange(Named(to, before.Shares.Keys), before.Of(to), after.Of(to))),
        ];
        return new(
            requests,
            Ordered(shares),
            areCopies,
            isElsewhere,
            !isKnown || before.IsPerhaps || after.IsPerhaps || shares.Any(share => share.Before is null || share.After is null),
            [.. after.Because.Concat(before.Because).Distinct()]
        );
    }

    private static CallDestination Named(CallDestination now, IEnumerable<CallDestination> before) =>
        before.FirstOrDefault(now.Equals) is { Subset: { } was } && was != now.Subset ? now with { CalledBefore = was } : now;

    // What gets more first.
    private static ShareChange[] Ordered(IEnumerable<ShareChange> shares) =>
        [
            .. shares
                .OrderBy(share => share is { Before: { } was, After: { } now } && was.IsMoreThan(now))
                .ThenBy(share => share.To.ToString(), StringComparer.Ordinal),
        ];

    private static (RequestSet Requests, bool IsKnown) Both(RequestSet before, RequestSet after)
    {
        try
        {
            return (before.Intersect(after), true);
        }
        catch (SetLimitException)
        {
            // Too much to tell apart: all of them may be among them.
            return (after, false);
        }
    }

    // Surely so: those who answer get at least this much now, and got at most that much before. Where a share is not known, it may be so.
    private static bool AnswersMore(SharedCalls old, SharedRequests before, SharedCalls now, SharedRequests after)
    {
        var isKnown = before.Shares.Values.Concat(after.Shares.Values).All(share => share is not null);
        return after.Shares.Keys.Any(to =>
        {
            var who = now.Answering(to).ToHashSet(StringComparer.Ordinal);
            var gets = Total(after, one => now.Answering(one).Any() && now.Answering(one).All(who.Contains));
            return who.Count > 0
                && (
                    isKnown
                        ? gets.IsMoreThan(Total(before, one => !old.Answering(one).Any() || old.Answering(one).Any(who.Contains)))
                        : gets.Rest().Rest().IsMoreThan(Total(before, one => !old.Answering(one).Any(who.Contains)).Rest())
                );
        });
    }

    private static Share Total(SharedRequests requests, Func<CallDestination, bool> isOne) =>
        requests.Shares.Where(one => isOne(one.Key)).Aggregate(Share.None, (sum, one) => sum.And(one.Value ?? Share.All));
}
