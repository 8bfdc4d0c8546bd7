using MeshStack.Analysis.Sets.Rendering;

namespace MeshStack.Analysis.Sets;

/// <summary>Writes sets of texts that all have one form, such as principals, by covering them match by match.</summary>
internal static class CoverRendering
{
    private const int MostMembers = 200;
    private const int MostMatches = 12;

    public static string Of(TextSet set, TextSet all, Func<string, TextSet, IEnumerable<(string Pattern, TextSet Texts)>> matchesOf)
    {
        var (taken, left) = (set, all.Except(set));
        var (takenMembers, leftMembers) = (Members(taken), Members(left));
        var isShort = takenMembers is not null || leftMembers is not null;
        return (takenMembers ?? (isShort ? null : Cover(taken, left, matchesOf))) is { } few ? string.Join(", ", few)
            : (leftMembers ?? Cover(left, taken, matchesOf)) is { } others ? $"any but {string.Join(", ", others)}"
            : TextRendering.Of(set, ", ");
    }

    public static IEnumerable<(string Pattern, TextSet Texts)> Principals(string principal, TextSet outside)
    {
        if (principal.Split('/') is [_, "ns", var name, "sa", var account])
        {
            yield return ($"namespace {name}", TextSet.PrincipalOfNamespace(name));
            yield return ($"*/sa/{account}", TextSet.Suffix($"/sa/{account}"));
            yield return ($"*/ns/{name}/sa/{account}", TextSet.Suffix($"/ns/{name}/sa/{account}"));
        }

        foreach (var affix in Affixes(principal, outside))
        {
            yield return affix;
        }
    }

    public static IEnumerable<(string Pattern, TextSet Texts)> Affixes(string text, TextSet outside)
    {
        // Where a prefix leads nowhere outside the set, all texts that begin so are within.
        var length = Enumerable
            .Range(1, text.Length)
            .FirstOrDefault(length =>
                outside.Automaton.Walk(text.AsSpan(0, length)) is not { } state || state == outside.Automaton.Nothing
            );
        if (length > 0)
        {
            yield return (TextPattern.Prefix(text[..length]), TextSet.Prefix(text[..length]));
        }

        for (length = 1; length <= text.Length; length++)
        {
            yield return (TextPattern.Suffix(text[^length..]), TextSet.Suffix(text[^length..]));
        }

        yield return (TextPattern.Exact(text), TextSet.Exact(text));
    }

    private static SortedSet<string>? Members(TextSet set) =>
        set.Members(MostMembers) is { } members ? new(members.Select(TextPattern.Exact), StringComparer.Ordinal) : null;

    // Each time the widest match around a text that is not yet covered, among those that stay within the set.
    private static SortedSet<string>? Cover(
        TextSet set,
        TextSet outside,
        Func<string, TextSet, IEnumerable<(string Pattern, TextSet Texts)>> matchesOf
    )
    {
        var patterns = new SortedSet<string>(StringComparer.Ordinal);
        for (var rest = set; rest.Witness() is { } witness; )
        {
            if (patterns.Count == MostMatches)
            {
                return null;
            }

            var (pattern, texts) = matchesOf(witness, outside).First(match => !match.Texts.Overlaps(outside));
            _ = patterns.Add(pattern);
            rest = rest.Except(texts);
        }

        return patterns;
    }
}
