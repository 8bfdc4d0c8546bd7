using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Sets.Texts;

/// <summary>What is known of the texts that a regular expression of RE2 takes whole.</summary>
/// <remarks>
/// Beyond the simplest forms the expression is not read: single texts are tried, where .NET's own engine is known to mean the same by it.
/// A dot takes any character, as neither a path nor a header has line breaks. Source: https://github.com/google/re2/wiki/Syntax.
/// </remarks>
internal static class RegularTexts
{
    private const string Meta = @"\*+?|{}[]()^$.";

    public static TextBounds Of(string expression)
    {
        // The whole text must match in any case.
        var literal = Unescape(expression.Contains('|', StringComparison.Ordinal) ? expression : expression.TrimStart('^'), out var rest);
        return (literal, rest) switch
        {
            (_, "" or "$") => TextBounds.From(TextSet.Exact(literal)),
            (_, ".*" or ".*$") => TextBounds.From(TextSet.Prefix(literal)),
            (_, ".+" or ".+$") => TextBounds.From(TextSet.Prefix(literal).Except(TextSet.Exact(literal))),
            _ => new(
                TextSet.Nothing,
                Possible(expression, literal, rest),
                $"the regular expression {expression} is tried on single texts only",
                Test(expression)
            ),
        };
    }

    // Without alternatives the texts begin as the expression does; the last character may be one that repeats, or does not occur.
    private static TextSet Possible(string expression, string literal, string rest) =>
        expression.Contains('|', StringComparison.Ordinal) || literal.Length == 0
            ? TextSet.Everything
            : TextSet.Prefix(
                rest[0] is not ('*' or '?' or '{' or '+') ? literal
                : char.IsLowSurrogate(literal[^1]) ? literal[..^2]
                : literal[..^1]
            );

    // The literal characters at the beginning, and what follows them.
    private static string Unescape(string expression, out string rest)
    {
        var literal = new List<char>();
        var index = 0;
        while (index < expression.Length)
        {
            if (
                expression[index] == '\\'
                && index + 1 < expression.Length
                && char.IsAscii(expression[index + 1])
                && char.IsPunctuation(expression[index + 1])
                && expression[index + 1] != '_'
            )
            {
                literal.Add(expression[index + 1]);
                index += 2;
            }
            else if (!Meta.Contains(expression[index], StringComparison.Ordinal))
            {
                literal.Add(expression[index]);
                index++;
            }
            else
            {
                break;
            }
        }

        rest = expression[index..];
        return new string([.. literal]);
    }

    private static Func<string, bool?>? Test(string expression) =>
        RegexMatch.Compile(expression, isWhole: true) is { } regex ? text => RegexMatch.IsPlain(text) ? regex.IsMatch(text) : null : null;
}
