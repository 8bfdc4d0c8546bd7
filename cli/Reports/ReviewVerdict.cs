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
            return $"the definition has {Count(review.Errors.Count, "error")}";
        }

        if (review.Access is not { } access)
        {
            return $"not compared: {review.Uncomparable}; {Errors(review)}";
        }

        IEnumerable<string> parts =
        [
            .. review.IsNew ? ["a new stack"]
            : review.IsGone ? ["the stack is not defined any more"]
            : Array.Empty<string>(),
            Gains(access),
            Losses(access),
            .. Calls(access),
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

    /// <summary>A number of things.</summary>
    public static string Count(int number, string one) => FormattableString.Invariant($"{number} {one}{(number == 1 ? "" : "s")}");

    private static string Errors(StackReview review) => Count(review.ErrorCount, "error");

    private static string Gains(AccessDifference access)
    {
        var gained = access.Changes.Where(change => !change.Gained.IsEmpty).ToArray();
        return gained.Length == 0 ? "nobody gains access" : $"{Who(gained, "gains", "gain")}{Unsure(gained)}";
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
        return $"{Verb(callers, "caller", one, many)} access to {Count(services, "service")}";
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

    private static string Verb(int number, string noun, string one, string many) => $"{Count(number, noun)} {(number == 1 ? one : many)}";
}
