using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace MeshStack.Manifests;

/// <summary>Decides how text is written so that readers of YAML 1.1 and of YAML 1.2 both read it as that text.</summary>
internal static partial class PlainScalar
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly SearchValues<char> Starts = SearchValues.Create(Letters + "0123456789_/.+-$(");
    private static readonly SearchValues<char> Inner = SearchValues.Create(Letters + "0123456789_/.+-$():@=~^;<>?*!%&|\\,[]{}'\" ");

    private static readonly SearchValues<char> OfKeys = SearchValues.Create(Letters + "0123456789_/.+-$");

    // What either version, or a reader in common use, takes for a boolean, a null, a number or a merge key.
    private static readonly FrozenSet<string> Words = new[]
    {
        "y",
        "n",
        "yes",
        "no",
        "on",
        "off",
        "true",
        "false",
        "null",
        "~",
        "=",
        "<<",
        ".nan",
        ".inf",
        "+.inf",
        "-.inf",
        "nan",
        "inf",
        "+inf",
        "-inf",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static ScalarStyle StyleOf(string text) =>
        IsSafe(text) ? ScalarStyle.Plain
        : IsBlock(text) ? ScalarStyle.Literal
        : ScalarStyle.DoubleQuoted;

    public static bool IsSafe(string text)
    {
        if (text.Length == 0 || !Starts.Contains(text[0]) || text[^1] is ' ' or ':' || text.AsSpan().ContainsAnyExcept(Inner))
        {
            return false;
        }

        var first = text[0];
        if (first is '-' or '+' or '.' || char.IsAsciiDigit(first))
        {
            if (
                text is "-"
                || text.StartsWith("---", StringComparison.Ordinal)
                || text.StartsWith("...", StringComparison.Ordinal)
                || text.StartsWith("- ", StringComparison.Ordinal)
                || NumberOrDate().IsMatch(text)
            )
            {
                return false;
            }
        }

        return !text.Contains(": ", StringComparison.Ordinal) && !Words.Contains(text);
    }

    /// <summary>Whether a key needs no quotes. Readers look for the colon behind it, and some stumble over signs on the way
    /// there.</summary>
    public static bool IsSafeKey(string text) => IsSafe(text) && !text.AsSpan().ContainsAnyExcept(OfKeys);

    // A literal block keeps its text only if no line needs an escape, ends in a space, or starts deeper than the first.
    private static bool IsBlock(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text[0] is ' ' or '\n' || text.AsSpan().TrimEnd('\n').IsEmpty)
        {
            return false;
        }

        if (text.EndsWith("\n\n", StringComparison.Ordinal) || text[^1] == ' ' || text.Contains(" \n", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (character != '\n' && character is < ' ' or '\x7f' or '\x85' or '\xa0' or '\u2028' or '\u2029' or '\ufeff' or >= '\ud800')
            {
                return false;
            }
        }

        return true;
    }

    // Integers of any base and with underscores, floats, sexagesimals, dates and times.
    [GeneratedRegex(
        @"^[-+]?(0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|[0-9][0-9_]*(:[0-5]?[0-9])*(\.[0-9_]*)?|"
            + @"[0-9_]*\.?[0-9_]*([eE][-+]?[0-9]+)?)$|^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NumberOrDate();
}
