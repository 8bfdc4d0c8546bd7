using MeshStack.Analysis.Diff;
using MeshStack.Cli.Review;
using MeshStack.Preview.Transitions;

namespace MeshStack.Cli.Reports;

/// <summary>What a change does to a stack, in one line.</summary>
internal static class ReviewVerdict
{
    public static string Of(StackReview review)
    {
        if (review.Errors.Count > 0)
        {
            return $"the definition has {Counted.Of(review.Errors.Count, "error")}";
        }

        if (review.Access is not { } access)
        {
            var open =
                review.Open is { } all && all.Changes.Any(change => !change.Gained.IsEmpty)
                    ? $"; after the change {Who([.. all.Changes], "has", "have")}"
                    : "";
            return $"not compared: {review.Uncomparable}{open}; {Errors(review)}";
        }

        IEnumerable<string> parts =
        [
            .. review.IsNew ? ["a new stack"]
            : review.IsGone ? ["the stack is not defined any more"]
            : Array.Empty<string>(),
            Gains(review, access),
            Losses(access),
            .. Calls(access),
            .. Safeguards(review),
            .. access.Nearer.Count > 0 ? [$"{Verb(access.Nearer.Count, "service", "comes", "come")} nearer"] : Array.Empty<string>(),
            .. access.Doubts.Count > 0 ? ["not all could be compared"] : Array.Empty<string>(),
            .. review.Transition.Count(n => n.Kind == TransitionKind.Refused) is > 0 and var refused
                ? [$"{Verb(refused, "step", "is", "are")} refused"]
                : Array.Empty<string>(),
            Errors(review),
            .. InvariantLines.Summary(review.After?.Stack?.Proof.Invariants ?? []) is { Length: > 0 } held ? [held] : Array.Empty<string>(),
        ];
        return string.Join(", ", parts);
    }

    private static string Errors(StackReview review) => Counted.Of(review.ErrorCount, "error");

    private static string Gains(StackReview review, AccessDifference access)
    {
        var gained = access.Changes.Where(change => !change.Gained.IsEmpty).ToArray();
        var outside = gained.Any(change => change.Caller.IsOutside) ? ", clients outside of the mesh among them" : "";
        return gained.Length == 0
            ? review.IsWidened
                ? "nobody that is known gains access"
                : "nobody gains access"
            : $"{Who(gained, "gains", "gain")}{Unsure(gained)}{outside}";
    }

    private static string Losses(AccessDifference access)
    {
        var lost = access.Changes.Where(change => !change.Lost.IsEmpty).ToArray();
        return lost.Length == 0 ? "nothing is cut off" : $"{Who(lost, "loses", "lose")}{Unsure(lost)}";
    }

    private static string Who(AccessChange[] changes, string one, string many)
    {
        var callers = changes.Select(change => change.Caller).Distinct().Count();
        var services = changes.Select(change => change.Target).Distinct().Count();
        return $"{Verb(callers, "caller", one, many)} access to {Counted.Of(services, "service")}";
    }

    private static string Unsure(AccessChange[] changes) =>
        changes.Count(change => change.Undecided) is > 0 and var undecided
            ? undecided == changes.Length
                ? " (undecided)"
                : FormattableString.Invariant($" ({undecided} undecided)")
            : "";

    private static IEnumerable<string> Calls(AccessDifference access) =>
        from change in access.Calls
        group change by (change.Kind, change.IsEnd) into same
        orderby same.Key.IsEnd, same.Key.Kind
        select Verb(same.Count(), "call", "is", "are")
            + (same.Key.IsEnd ? " no longer " : " ")
            + same.Key.Kind.ToString().ToLowerInvariant();

    private static IEnumerable<string> Safeguards(StackReview review) =>
        new (int Count, string Noun, string One, string Many)[]
        {
            (
                review.Safeguards.Count(safeguard => safeguard.Kind == SafeguardKind.InvariantRemoved),
                "invariant",
                "is taken away",
                "are taken away"
            ),
            (
                review.Safeguards.Count(safeguard => safeguard.Kind == SafeguardKind.Owner),
                "service",
                "has another owner",
                "have other owners"
            ),
            (
                review.Safeguards.Count(safeguard => safeguard.Kind == SafeguardKind.Identity),
                "workload",
                "has another identity",
                "have other identities"
            ),
            (
                review.Safeguards.Count(safeguard => safeguard.Kind == SafeguardKind.PlainText),
                "namespace",
                "takes plain text",
                "take plain text"
            ),
            (review.Transition.Count(notice => notice.IsOpening), "workload", "is left open", "are left open"),
        }
            .Where(one => one.Count > 0)
            .Select(one => Verb(one.Count, one.Noun, one.One, one.Many));

    private static string Verb(int number, string noun, string one, string many) =>
        $"{Counted.Of(number, noun)} {(number == 1 ? one : many)}";
}
