using MeshStack.Analysis.Sets.Automata;

namespace MeshStack.Analysis.Sets.Rendering;

/// <summary>Writes an automaton as a regular expression, by leaving out one state after the other.</summary>
internal static class TextExpression
{
    // A longer one tells nobody anything, and they double in length with each place of the texts.
    private const int Longest = 400;

    /// <summary>The expression; null where it is too long to be read.</summary>
    public static string? Of(Automaton automaton)
    {
        if (automaton.Count > Longest)
        {
            return null;
        }

        // Two states on top: one before the first, one after the last.
        var (start, end) = (automaton.Count, automaton.Count + 1);
        var paths = new SortedDictionary<(int From, int To), string> { [(start, 0)] = "" };
        for (var state = 0; state < automaton.Count; state++)
        {
            foreach (var target in automaton.Edges(state).Where(edge => edge.Target != automaton.Nothing).GroupBy(edge => edge.Target))
            {
                paths[(state, target.Key)] = Class([.. target.Select(edge => edge.Characters)]);
            }

            if (automaton.Accepts(state))
            {
                paths[(state, end)] = "";
            }
        }

        for (var state = automaton.Count - 1; state >= 0; state--)
        {
            var around = paths.TryGetValue((state, state), out var loop) ? $"{Group(loop)}*" : "";
            var before = paths.Where(path => path.Key.To == state && path.Key.From != state).ToArray();
            var after = paths.Where(path => path.Key.From == state && path.Key.To != state).ToArray();
            foreach (var (from, into) in before)
            {
                foreach (var (to, on) in after)
                {
                    var through = Alternatives(into) + around + Alternatives(on);
                    var key = (from.From, to.To);
                    var expression = paths.TryGetValue(key, out var other) && other != through ? $"{other}|{through}" : through;
                    if (expression.Length > Longest)
                    {
                        return null;
                    }

                    paths[key] = expression;
                }
            }

            foreach (var path in before.Concat(after).Select(path => path.Key).Append((state, state)))
            {
                _ = paths.Remove(path);
            }
        }

        return paths.GetValueOrDefault((start, end), "");
    }

    private static string Alternatives(string expression)
    {
        var depth = 0;
        for (var index = 0; index < expression.Length; index++)
        {
            switch (expression[index])
            {
                case '\\':
                    index++;
                    break;
                case '|' when depth == 0:
                    return $"({expression})";
                case '(' or '[':
                    depth++;
                    break;
                case ')' or ']':
                    depth--;
                    break;
                default:
                    break;
            }
        }

        return expression;
    }

    private static string Group(string expression) =>
        expression.Length == 1 || (expression.StartsWith('[') && expression.IndexOf(']', StringComparison.Ordinal) == expression.Length - 1)
            ? expression
            : $"({expression})";

    private static string Class(CharRange[] ranges)
    {
        if (ranges is [(char.MinValue, char.MaxValue)])
        {
            return ".";
        }

        if (ranges is [var one] && one.First == one.Last)
        {
            return Escape(one.First);
        }

        return ranges[0].First == char.MinValue
            ? $"[^{string.Concat(Gaps(ranges).Select(Range))}]"
            : $"[{string.Concat(ranges.Select(Range))}]";
    }

    private static IEnumerable<CharRange> Gaps(CharRange[] ranges)
    {
        for (var index = 0; index < ranges.Length; index++)
        {
            if (ranges[index].Last < char.MaxValue)
            {
                var next = index + 1 < ranges.Length ? (char)(ranges[index + 1].First - 1) : char.MaxValue;
                yield return new((char)(ranges[index].Last + 1), next);
            }
        }
    }

    private static string Range(CharRange range) =>
        range.First == range.Last ? Escape(range.First)
        : range.Last - range.First == 1 ? Escape(range.First) + Escape(range.Last)
        : $"{Escape(range.First)}-{Escape(range.Last)}";

    private static string Escape(char character) =>
        character is > ' ' and <= '~'
            ? char.IsAsciiLetterOrDigit(character) || "/_~%!@#&=:;,<>'\"`".Contains(character, StringComparison.Ordinal)
                ? character.ToString()
                : $"\\{character}"
            : $"\\x{{{(int)character:x}}}";
}
