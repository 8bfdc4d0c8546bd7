using MeshStack.Definition.Intents;

namespace MeshStack.Definition;

/// <summary>Rules for one caller, held against each of several: what is said names those that it is said of.</summary>
internal static class MemberProblems
{
    private const int MostCallers = 3;

    /// <summary>What the rules say of callers, the same once.</summary>
    /// <param name="members">The callers.</param>
    /// <param name="rules">What is wrong with one of them, with the paths of an access of that one alone.</param>
    public static IEnumerable<ArgsProblem> Of(IReadOnlyList<NamedMember> members, Func<NamedMember, IEnumerable<ArgsProblem>> rules) =>
        members is [var only] && only.Of.Group is null
            ? rules(only).Select(problem => problem with { Path = only.PathOf(problem.Path) })
            : members
                .SelectMany(member =>
                    rules(member).Select(problem => (Of: member, Problem: problem with { Path = member.PathOf(problem.Path) }))
                )
                .GroupBy(found => found.Problem, found => found.Of)
                .Select(same =>
                    same.Key with
                    {
                        Message = $"{Names([.. same.Select(member => member.ToString()).Distinct()])}: {same.Key.Message}",
                    }
                );

    private static string Names(IReadOnlyList<string> callers) =>
        callers.Count > MostCallers
            ? FormattableString.Invariant($"{string.Join(", ", callers.Take(MostCallers - 1))} and {callers.Count - MostCallers + 1} more")
            : string.Join(", ", callers);
}
