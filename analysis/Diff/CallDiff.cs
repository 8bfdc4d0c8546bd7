using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Diff;

/// <summary>What a change of objects does with calls besides letting them through or not: where they go, who gets copies, and what proxies
/// make of them.</summary>
/// <remarks>Told of callers that both sides have, and of names that either speaks of. Where a call goes is told by who answers it: the
/// service account and the own Service of the workloads, or the host outside of the mesh.</remarks>
public static class CallDiff
{
    /// <summary>The calls of which something else becomes, by name and caller.</summary>
    public static IReadOnlyList<CallChange> Between(AccessMatrix before, AccessMatrix after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);

        // Of a name of which nobody knows where it led nothing else can become.
        var (was, now) = (Asked(before, isKnown: true), Asked(after, isKnown: false));

        // A name that one side alone speaks of leads somewhere on the other, too.
        var asked = Asked(before, now, was, isKnown: true);
        var asks = Asked(after, was, now, isKnown: false);
        List<CallChange> changes = [];
        foreach (var name in now.Concat(was.Where(questions => !now.Contains(questions.Key))).Select(questions => questions.Key))
        {
            HandledCalls[] old = [.. was[name].Concat(asked[name]).Select(question => new HandledCalls(before, question))];
            HandledCalls[] calls = [.. now[name].Concat(asks[name]).Select(question => new HandledCalls(after, question))];
            if (old.Length == 0 || calls.Length == 0)
            {
                continue;
            }

            // Nearly always the same becomes of the calls of all callers, before and after.
            var hasShares = old.Concat(calls).Any(one => one.Question.HasShares);
            if (!hasShares && old.Concat(calls).All(one => one.IsLike(calls[0])))
            {
                continue;
            }

            foreach (var one in calls)
            {
                changes.AddRange(old.Where(other => hasShares || !other.IsLike(one)).SelectMany(other => Of(other, one)));
            }
        }

        var workloads = before.Callers.Intersect(after.Callers).Where(caller => !caller.IsOutside).ToLookup(caller => caller.Cluster);
        return
        [
            .. Merged(changes)
                .Select(change =>
                    change with
                    {
                        IsOfEveryone = change.Callers.Count > 1 && change.Callers.Count == workloads[change.Callers[0].Cluster].Count(),
                    }
                ),
        ];
    }

    private static ILookup<CallName, AskedQuestion> Asked(AccessMatrix matrix, bool isKnown) =>
        matrix.Questions.Where(question => Counts(question, isKnown)).ToLookup(NameOf);

    private static ILookup<CallName, AskedQuestion> Asked(
        AccessMatrix matrix,
        ILookup<CallName, AskedQuestion> there,
        ILookup<CallName, AskedQuestion> here,
        bool isKnown
    ) =>
        matrix
            .AskAlso([.. there.Select(questions => questions.Key).Where(name => !here.Contains(name))])
            .Where(question => Counts(question, isKnown))
            .ToLookup(NameOf);

    private static bool Counts(AskedQuestion question, bool isKnown) =>
        question.IsOfName && (question.IsHandled || (!isKnown && question.IsUndecided));

    private static CallName NameOf(AskedQuestion question)
    {
        var caller = question.Callers().First();
        return new(caller.Cluster, caller.IsOutside, question.Asked.Host, question.Asked.Port, question.Protocol);
    }

    private static IEnumerable<CallChange> Of(HandledCalls old, HandledCalls now)
    {
        AccessCaller[] callers = [.. old.Question.Callers().Intersect(now.Question.Callers())];
        if (callers.Length == 0)
        {
            yield break;
        }

        var areLike = old.IsLike(now);
        CallChange[] began = areLike ? [] : [.. now.Keys.Select(key => Began(old, now, key)).OfType<CallChange>()];
        CallChange[] ended = areLike
            ? []
            :
            [
                .. old
                    .Keys.Select(key => Ended(old, now, key))
                    .OfType<CallChange>()
                    .Where(change =>
                        change.Effect != CallEffect.Sent
                        || !began.Any(one => (one.IsInstead || one.IsUndecided) && change.Requests.IsSubsetOf(one.Requests))
                    ),
            ];
        foreach (var change in WithShares([.. began, .. ended], old, now))
        {
            yield return change with
            {
                Callers = callers,
            };
        }
    }

    // Where it is told already that calls go elsewhere, the shares are told with it.
    private static IEnumerable<CallChange> WithShares(CallChange[] changes, HandledCalls old, HandledCalls now)
    {
        SharedChange[] shared = [.. SharedChange.Between(old, now)];
        return
        [
            .. changes.Select(change =>
                change.Effect == CallEffect.Sent && Array.Find(shared, one => IsOf(one, change)) is { } same
                    ? change with
                    {
                        Shares = same.Shares,
                    }
                    : change
            ),
            .. shared
                .Where(one => !changes.Any(change => IsOf(one, change)))
                .Select(one => Of(now, one, one.IsElsewhere && !changes.Any(change => IsWithin(one, change)))),
        ];

        static bool IsOf(SharedChange shared, CallChange change) =>
            !shared.AreCopies && change.Effect == CallEffect.Sent && shared.Requests.Equals(change.Requests);

        static bool IsWithin(SharedChange shared, CallChange change) =>
            change is { Effect: CallEffect.Sent, IsUndecided: false } && shared.Requests.IsSubsetOf(change.Requests);
    }

    private static CallChange Of(HandledCalls now, SharedChange shared, bool isElsewhere)
    {
        var effect = shared.AreCopies ? CallEffect.Copied : CallEffect.Sent;
        var what = string.Join(", ", shared.Shares.Select(share => share.To));
        return Change(now, new(effect, what, ""), what, shared.Requests, shared.IsUndecided, shared.Because) with
        {
            Kind =
                shared.AreCopies ? CallChangeKind.Copied
                : isElsewhere ? CallChangeKind.Diverted
                : CallChangeKind.Shifted,
            Shares = shared.Shares,
            IsOfShares = true,
        };
    }

    private static CallChange? Began(HandledCalls old, HandledCalls now, HandledCalls.CallKey key)
    {
        var handled = now.Of(key)!;
        var (requests, isKnown) = New(handled.Requests, old.All, old.Of(key)?.Requests);
        if (requests.IsEmpty)
        {
            return null;
        }

        var went = old.Keys.Where(one => one.Effect == CallEffect.Sent && Meet(old.Of(one)!.Requests, requests)).ToArray();
        var shown = now.Shown(key);
        return Change(now, key, now.Shown(key), requests, !isKnown || handled.IsPerhaps, handled.Because) with
        {
            Shares = key.Effect == CallEffect.Copied ? SharedChange.OfCopies(now, key.End, requests) : [],
            What = went.Any(one => old.Shown(one) == shown) ? $"{shown} as {key.End.Trim()}" : shown,
            Before = [.. went.Select(old.Shown).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            IsInstead =
                isKnown
                && !handled.IsPerhaps
                && key.Effect == CallEffect.Sent
                && went.All(one => now.Of(one) is not { } still || !Meet(still.Requests, requests)),
        };
    }

    // What ends with the requests is told of as lost.
    private static CallChange? Ended(HandledCalls old, HandledCalls now, HandledCalls.CallKey key)
    {
        var handled = old.Of(key)!;
        var (requests, isKnown) = New(handled.Requests, key.Effect == CallEffect.Sent ? now.Sent : now.All, now.Of(key)?.Requests);
        return requests.IsEmpty
            ? null
            : Change(old, key, old.Shown(key), requests, !isKnown || handled.IsPerhaps, handled.Because) with
            {
                Kind = key.Effect == CallEffect.Sent ? CallChangeKind.Diverted : CallChangeKind.Changed,
                IsEnd = true,
            };
    }

    private static (RequestSet Requests, bool IsKnown) New(RequestSet here, RequestSet there, RequestSet? same)
    {
        try
        {
            var both = here.Intersect(there);
            return (same is null ? both : both.Except(same), true);
        }
        catch (SetLimitException)
        {
            // Too much to tell apart: all of them may be new.
            return (here, false);
        }
    }

    private static bool Meet(RequestSet one, RequestSet other)
    {
        try
        {
            return !one.Intersect(other).IsEmpty;
        }
        catch (SetLimitException)
        {
            return true;
        }
    }

    private static CallChange Change(
        HandledCalls calls,
        HandledCalls.CallKey key,
        string what,
        RequestSet requests,
        bool isUndecided,
        IReadOnlyList<Cause> because
    ) =>
        new(
            [],
            calls.Question.Asked.Host,
            calls.Question.Asked.Port,
            key.Effect switch
            {
                CallEffect.Sent => CallChangeKind.Diverted,
                CallEffect.Copied => CallChangeKind.Copied,
                _ => CallChangeKind.Changed,
            },
            key.Effect,
            what,
            [],
            false,
            requests,
            requests.Witness() is { } example ? example with { Identity = null } : null,
            // The TLS of clients outside ends at the gateway; within the mesh TLS of a client's own stays closed.
            calls.Question.Protocol == RequestProtocol.Http
                || (calls.Question.Protocol == RequestProtocol.Https && calls.Question.Callers().First().IsOutside),
            isUndecided,
            because
        );

    // The same in another protocol goes without saying, and callers of whom the same becomes are told together.
    private static IEnumerable<CallChange> Merged(IReadOnlyList<CallChange> changes) =>
        changes
            .GroupBy(change =>
                (
                    change.Host,
                    change.Port,
                    change.Effect,
                    change.IsEnd,
                    change.What,
                    change.Shared,
                    change.Callers[0].Cluster,
                    change.Callers[0].IsOutside
                )
            )
            .SelectMany(same =>
                same.GroupBy(change => change.Requests)
                    .Select(alike =>
                        alike.First() with
                        {
                            Callers =
                            [
                                .. alike
                                    .SelectMany(one => one.Callers)
                                    .Distinct()
                                    .OrderBy(caller => caller.ToString(), StringComparer.Ordinal),
                            ],
                            IsUndecided = alike.All(one => one.IsUndecided),
                        }
                    )
            )
            .OrderBy(change => change.Kind)
            .ThenBy(change => change.Host, StringComparer.Ordinal)
            .ThenBy(change => change.Port)
            .ThenBy(change => change.IsEnd)
            .ThenBy(change => change.What, StringComparer.Ordinal)
            .ThenBy(change => change.Shared, StringComparer.Ordinal)
            .ThenBy(change => change.Callers[0].ToString(), StringComparer.Ordinal);
}
