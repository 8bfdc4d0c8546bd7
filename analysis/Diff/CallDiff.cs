using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Diff;

/// <summary>What a change of objects does with calls besides letting them through or not: where they go, who gets copies, and what proxies
/// make of them.</summary>
/// <remarks>Told of callers and of names that were there before. Where a call goes is told by who answers it: the Service and the service
/// account of the workloads, or the host outside of the mesh.</remarks>
public static class CallDiff
{
    /// <summary>The calls of which something else becomes, by name and caller.</summary>
    public static IReadOnlyList<CallChange> Between(AccessMatrix before, AccessMatrix after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var now = after.Questions.Where(question => question is { IsOfName: true, IsHandled: true }).ToLookup(KeyOf);

        // A name that only the change speaks of led somewhere before, too.
        var was = before.Questions.Where(question => question is { IsOfName: true, IsHandled: true }).ToLookup(KeyOf);
        var unasked = now.Where(questions => !was.Contains(questions.Key)).Select(questions => questions.Key).ToArray();
        var asked = before.AskAlso([.. unasked.Select(key => (key.Cluster, key.Host, key.Port)).Distinct()]).ToLookup(KeyOf);
        List<CallChange> changes = [];
        foreach (var questions in now)
        {
            var earlier = was.Contains(questions.Key) ? was[questions.Key] : asked[questions.Key];
            HandledCalls[] old = [.. earlier.Select(question => new HandledCalls(before, question))];
            HandledCalls[] calls = [.. questions.Select(question => new HandledCalls(after, question))];

            // Nearly always the same becomes of the calls of all callers, before and after.
            if (old.Concat(calls).All(one => one.IsLike(calls[0])))
            {
                continue;
            }

            foreach (var one in calls)
            {
                changes.AddRange(old.Where(other => !other.IsLike(one)).SelectMany(other => Of(other, one)));
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

    private static (string Cluster, bool IsOutside, string Host, int Port, RequestProtocol Protocol) KeyOf(AskedQuestion question) =>
        question.Callers().First() is var caller
            ? (caller.Cluster, caller.IsOutside, question.Asked.Host, question.Asked.Port, question.Protocol)
            : default;

    private static IEnumerable<CallChange> Of(HandledCalls old, HandledCalls now)
    {
        AccessCaller[] callers = [.. old.Question.Callers().Intersect(now.Question.Callers())];
        if (callers.Length == 0)
        {
            yield break;
        }

        foreach (var key in now.Keys)
        {
            if (Changed(old, now, key) is not { } change)
            {
                continue;
            }

            yield return change with
            {
                Callers = callers,
            };
        }
    }

    private static CallChange? Changed(HandledCalls old, HandledCalls now, HandledCalls.CallKey key)
    {
        var (handled, was) = (now.Of(key)!, old.Of(key));
        var requests = handled.Requests;
        var isUndecided = handled.IsPerhaps;
        try
        {
            requests = requests.Intersect(old.Sent);
            requests = was is null ? requests : requests.Except(was.Requests);
        }
        catch (SetLimitException)
        {
            // Too much to tell apart: all of them may be new.
            (requests, isUndecided) = (handled.Requests, true);
        }

        if (requests.IsEmpty)
        {
            return null;
        }

        var went = old.Keys.Where(one => one.Effect == CallEffect.Sent && !old.Of(one)!.Requests.Intersect(requests).IsEmpty).ToArray();
        return new(
            [],
            now.Question.Asked.Host,
            now.Question.Asked.Port,
            key.Effect switch
            {
                CallEffect.Sent => CallChangeKind.Diverted,
                CallEffect.Copied => CallChangeKind.Copied,
                _ => CallChangeKind.Changed,
            },
            key.Effect,
            went.Any(one => one.What == key.What) ? $"{key.What} as {key.Whom}" : key.What,
            [.. went.Select(one => one.What).Distinct().Order(StringComparer.Ordinal)],
            !isUndecided
                && key.Effect == CallEffect.Sent
                && went.All(one => now.Of(one) is not { } still || still.Requests.Intersect(requests).IsEmpty),
            requests,
            requests.Witness() is { } example ? example with { Identity = null } : null,
            now.Question.Protocol == RequestProtocol.Http,
            isUndecided,
            handled.Because
        );
    }

    // The same in another protocol goes without saying, and callers of whom the same becomes are told together.
    private static IEnumerable<CallChange> Merged(IReadOnlyList<CallChange> changes) =>
        changes
            .GroupBy(change =>
                (change.Host, change.Port, change.Effect, change.What, change.Callers[0].Cluster, change.Callers[0].IsOutside)
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
                            IsHttp = alike.Any(one => one.IsHttp),
                        }
                    )
            )
            .OrderBy(change => change.Kind)
            .ThenBy(change => change.Host, StringComparer.Ordinal)
            .ThenBy(change => change.Port)
            .ThenBy(change => change.What, StringComparer.Ordinal)
            .ThenBy(change => change.Callers[0].ToString(), StringComparer.Ordinal);
}
