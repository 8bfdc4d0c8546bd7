using FuzzySharp;

namespace MeshStack.Infra.Definition;

/// <summary>The nearest right spelling of a wrong one.</summary>
internal static class Spelling
{
    /// <summary>What is allowed, led by the nearest where it is near enough to be meant.</summary>
    public static string Suggest(string given, IEnumerable<string> allowed)
    {
        var choices = allowed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (choices.Count == 0)
        {
            return "";
        }

        var nearest = choices
            .Select(c => (Choice: c, Distance: Levenshtein.EditDistance(given.ToLowerInvariant(), c.ToLowerInvariant())))
            .MinBy(c => c.Distance);
        var hint = nearest.Distance <= Math.Max(1, given.Length / 3) ? $"; did you mean {nearest.Choice}?" : "";
        return choices.Count <= 40 ? $"{hint}{(hint.Length > 0 ? " Allowed" : "; allowed")}: {string.Join(", ", choices)}" : hint;
    }
}
