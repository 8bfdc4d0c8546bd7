using MeshStack.Definition.Intents;

namespace MeshStack.Definition;

/// <summary>Values of one list of an access of which one grants what another grants already.</summary>
internal static class OverlappingGrants
{
    public static IEnumerable<ArgsProblem> Problems(ClientAccessIntent access) =>
        access
            .Access.SelectMany(
                (rule, i) =>
                    In(FormattableString.Invariant($"access[{i}].methods"), rule.Methods, (other, one) => other == "*" || other == one)
                        .Concat(In(FormattableString.Invariant($"access[{i}].paths"), rule.Paths, GrantedRequests.CoversPath))
            )
            .Concat(In("cidrs", access.Cidrs, AddressBlocks.Covers));

    /// <summary>Values of a list that are given twice.</summary>
    public static IEnumerable<ArgsProblem> Twice(string path, IReadOnlyList<string> values) =>
        In(path, values, (other, one) => other == one);

    private static IEnumerable<ArgsProblem> In(string path, IReadOnlyList<string> values, Func<string, string, bool> covers)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var by = Enumerable
                .Range(0, values.Count)
                .Where(j => j != i && covers(values[j], values[i]) && (j < i || !covers(values[i], values[j])))
                .Cast<int?>()
                .FirstOrDefault();
            if (by is { } other)
            {
                yield return ArgsProblem.Warning(
                    FormattableString.Invariant($"{path}[{i}]"),
                    values[other] == values[i]
                        ? $"'{values[i]}' is given twice: remove it"
                        : $"'{values[i]}' is within '{values[other]}' already: remove it, or narrow that one"
                );
            }
        }
    }
}
