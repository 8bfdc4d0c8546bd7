namespace MeshStack.Analysis.Access;

/// <summary>Writes sets of texts that all have one form, such as principals, by covering them match by match.</summary>
internal static class CoverRendering
{
    private const int MostMatches = 64;

    public static string Of(TextSet set, TextSet all, Func<string, IEnumerable<(string Pattern, TextSet Texts)>> matchesOf)
    {
        var taken = Cover(set, all, matchesOf);
        var left = Cover(all.Except(set), all, matchesOf);
        return taken is not null && (left is null || taken.Count <= left.Count + 1) ? string.Join(", ", taken)
            : left is not null ? $"any but {string.Join(", ", left)}"
            : TextRendering.Of(set, ", ");
    }

    public static IEnumerable<(string Pattern, TextSet Texts)> Principals(string principal)
    {
        if (principal.Split('/') is [_, "ns", var name, "sa", var account])
        {
            yield return ($"namespace {name}", TextSet.PrincipalOfNamespace(name));
            yield return ($"*/sa/{account}", TextSet.Suffix($"/sa/{account}"));
            yield return ($"*/ns/{name}/sa/{account}", TextSet.Suffix($"/ns/{name}/sa/{account}"));
        }

        foreach (var affix in Affixes(principal))
        {
            yield return affix;
        }
    }

    public static IEnumerable<(string Pattern, TextSet Texts)> Affixes(string text)
    {
        for (var length = 1; length <= text.Length; length++)
        {
            yield return (TextPattern.Prefix(text[..length]), TextSet.Prefix(text[..length]));
        }

        for (var length = 1; length <= text.Length; length++)
        {
            yield return (TextPattern.Suffix(text[^length..]), TextSet.Suffix(text[^length..]));
        }

        yield return (TextPattern.Exact(text), TextSet.Exact(text));
    }

    // Each time the widest match around a text that is not yet covered, among those that stay within the set.
    private static SortedSet<string>? Cover(TextSet set, TextSet all, Func<string, IEnumerable<(string Pattern, TextSet Texts)>> matchesOf)
    {
        var patterns = new SortedSet<string>(StringComparer.Ordinal);
        var outside = all.Except(set);
        for (var rest = set; rest.Witness() is { } witness;)
        {
            var (pattern, texts) = matchesOf(witness).First(match => !match.Texts.Overlaps(outside));
            if (patterns.Count == MostMatches)
            {
                return null;
            }

            _ = patterns.Add(pattern);
            rest = rest.Except(texts);
        }

        return patterns;
    }
}
