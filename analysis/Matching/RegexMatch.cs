using System.Text.RegularExpressions;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Matching;

/// <summary>Matches of RE2 expressions, run by an engine that is as linear as RE2 on what both of them read alike.</summary>
internal static class RegexMatch
{
    private const int LongestShown = 100;

    private static readonly BoundedCache<string, Regex?> Compiled = new();

    /// <summary>Whether the expression takes the whole text.</summary>
    public static Certainty Matches(string pattern, string? value)
    {
        if (value is null)
        {
            return Certainty.No;
        }

        if (Placeholder.IsIn(pattern))
        {
            return Certainty.Unknown($"the regular expression {Shown(pattern)} is known only to a real run");
        }

        if (!IsPlain(value))
        {
            return Certainty.Unknown($"what the regular expression {Shown(pattern)} makes of characters beyond ASCII is not evaluated");
        }

        return Compiled.Of(pattern, static key => Compile(key, isWhole: true)) is { } regex
            ? Certainty.From(regex.IsMatch(value))
            : Certainty.Unknown($"the regular expression {Shown(pattern)} cannot be evaluated");
    }

    /// <summary>The expression in a sentence, of which no more is shown than tells it apart.</summary>
    public static string Shown(string pattern) => pattern.Length <= LongestShown ? pattern : pattern[..LongestShown] + "…";

    /// <summary>The expression for .NET; null where it is not known to mean the same there.</summary>
    public static Regex? Compile(string pattern, bool isWhole)
    {
        if (Re2Expression.Translate(pattern) is not { } expression)
        {
            return null;
        }

        try
        {
            return new Regex(isWhole ? $@"\A(?:{expression})\z" : expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>True for texts that both engines see the same characters in.</summary>
    public static bool IsPlain(string text) => text.All(char.IsAscii);
}
