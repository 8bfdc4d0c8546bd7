using FuzzySharp;

namespace MeshStack.Manifests;

/// <summary>The nearest right spelling of a wrong one.</summary>
internal static class Spelling
{
    // A message of more names than this would hide them rather than show them.
    private const int MostNames = 40;

    /// <summary>The nearest allowed name, where it is near enough to be meant, and what else is allowed.</summary>
    public static string Suggest(string given, IEnumerable<string> allowed)
    {
        var choices = allowed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var list = choices.Count is > 0 and <= MostNames ? $"; allowed: {string.Join(", ", choices)}" : "";
        return list + Nearest(given, choices);
    }

    /// <summary>The nearest allowed name, where it is near enough to be meant.</summary>
    public static string Nearest(string given, IReadOnlyList<string> allowed) => Nearest(given, allowed, MostWrong(given));

    /// <summary>The nearest allowed name, where no more letters than that are wrong.</summary>
    public static string Nearest(string given, IReadOnlyList<string> allowed, int most) =>
        Find(given, allowed, most) is { } nearest ? $"; did you mean {nearest}?" : "";

    /// <summary>The name that a wrong one is likely to mean; null where none is near enough.</summary>
    public static string? Find(string given, IReadOnlyList<string> allowed) => Find(given, allowed, MostWrong(given));

    private static int MostWrong(string given) => given.Length < 3 ? 1 : Math.Max(2, given.Length / 3);

    /// <summary>The name that a wrong one is likely to mean, where no more letters than that are wrong; null where none is near
    /// enough.</summary>
    public static string? Find(string given, IReadOnlyList<string> allowed, int most)
    {
        if (allowed.Count == 0)
        {
            return null;
        }

        var lower = given.ToLowerInvariant();
        var (nearest, distance) = allowed
            .Select(a => (Name: a, Distance: Levenshtein.EditDistance(lower, a.ToLowerInvariant())))
            .MinBy(a => a.Distance);
        return distance <= most ? nearest : null;
    }
}
