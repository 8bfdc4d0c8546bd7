using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>Regular expressions of RE2, as Envoy takes them.</summary>
/// <remarks>Source: https://github.com/google/re2/wiki/Syntax.</remarks>
internal static partial class RegularExpression
{
    public const int LongestPattern = 1024;

    private const int MostRemembered = 10_000;

    private static readonly ConcurrentDictionary<string, string?> Remembered = new(StringComparer.Ordinal);

    /// <summary>Why the text is no such expression, or null where it is one.</summary>
    public static string? WhyNot(string pattern)
    {
        if (Placeholder.IsIn(pattern))
        {
            return null;
        }

        if (pattern.Length is 0 or > LongestPattern)
        {
            return pattern.Length == 0 ? "it is empty" : $"it has {pattern.Length} characters, at most {LongestPattern} are allowed";
        }

        if (Remembered.Count > MostRemembered)
        {
            Remembered.Clear();
        }

        return Remembered.GetOrAdd(pattern, Syntax);
    }

    private static string? Syntax(string pattern)
    {
        if (WithoutEscapedBackslashes().Replace(pattern, "") is var bare && Unsupported().Match(bare) is { Success: true } found)
        {
            return $"RE2 has no {(found.Value.StartsWith('(') ? "lookaround, atomic groups or conditions" : "backreferences")} "
                + $"({found.Value})";
        }

        // What only RE2 knows is beyond this engine, and not judged.
        if (OnlyInRe2().IsMatch(bare))
        {
            return null;
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return null;
        }
        catch (RegexParseException exception)
        {
            return $"at character {exception.Offset} it has an error ({exception.Error})";
        }
    }

    [GeneratedRegex(@"\\\\", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutEscapedBackslashes();

    [GeneratedRegex(@"(?<!\\)\(\?(?:=|!|<=|<!|>|\()|\\[1-9]|\\k<", RegexOptions.CultureInvariant)]
    private static partial Regex Unsupported();

    [GeneratedRegex(
        @"\(\?P<|\(\?[a-zA-Z-]*U|\[\[:|\[:|\\p[A-Z]|\\P[A-Z]|\\p\{|\\P\{|\\x\{|\\Q|\\C|\\z|\\pN",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex OnlyInRe2();
}
