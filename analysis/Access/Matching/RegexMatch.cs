using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace MeshStack.Analysis.Access;

/// <summary>Full matches of RE2 expressions, run by an engine that is as linear as RE2.</summary>
internal static class RegexMatch
{
    private const int MostRemembered = 10_000;

    private static readonly ConcurrentDictionary<string, Regex?> Remembered = new(StringComparer.Ordinal);

    public static string Escape(string text) => Regex.Escape(text);

    public static Certainty Matches(string pattern, string? value)
    {
        if (value is null)
        {
            return Certainty.No;
        }

        if (Placeholder.IsIn(pattern))
        {
            return Certainty.Unknown($"the regular expression {pattern} is known only to a real run");
        }

        if (Remembered.Count > MostRemembered)
        {
            Remembered.Clear();
        }

        return Remembered.GetOrAdd(pattern, Compile) is { } regex
            ? Certainty.Of(regex.IsMatch(value))
            : Certainty.Unknown($"the regular expression {pattern} cannot be evaluated");
    }

    private static Regex? Compile(string pattern)
    {
        if (RegularExpression.WhyNot(pattern) is not null)
        {
            return null;
        }

        try
        {
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
