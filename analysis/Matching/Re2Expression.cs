using System.Globalization;
using System.Text;

namespace MeshStack.Analysis.Matching;

/// <summary>An expression of RE2 in the words of .NET, where the two mean the same on ASCII texts; what is not known to do so is
/// left.</summary>
/// <remarks>Source: https://github.com/google/re2/wiki/Syntax, read as Envoy does: Perl classes, no line ends, UTF-8.</remarks>
internal sealed class Re2Expression
{
    private const int MostRepetitions = 1000;

    private readonly string _text;
    private readonly StringBuilder _result = new();
    private bool _ignoresCase;
    private int _at;

    private Re2Expression(string text) => _text = text;

    private bool IsAtEnd => _at >= _text.Length;

    /// <summary>The same expression for .NET; null where it is none of RE2, or not known to mean the same.</summary>
    public static string? Translate(string expression)
    {
        Re2Expression reader = new(expression);
        while (!reader.IsAtEnd)
        {
            if (!reader.Next())
            {
                return null;
            }
        }

        return reader._result.ToString();
    }

    private bool Next()
    {
        switch (_text[_at])
        {
            case '\\':
                return Escape();
            case '[':
                return Class();
            case '(':
                return Group();
            case '{':
                return Repetition();
            case '$':
                return Put(@"\z", 1);
            case ')' or '|' or '.' or '*' or '+' or '?' or '^':
                return Put(_text[_at].ToString(), 1);
            default:
                return Literal(_text[_at], 1);
        }
    }

    private bool Escape()
    {
        if (_text.AsSpan(_at).StartsWith(@"\Q", StringComparison.Ordinal))
        {
            var end = _text.IndexOf(@"\E", _at, StringComparison.Ordinal) is var found && found >= 0 ? found : _text.Length;
            var quoted = _text[(_at + 2)..end];

            // A repetition behind the quotation is for its last character, and there is none behind an empty one.
            return quoted.Length > 0 && quoted.All(character => Literal(character, 0)) && Put("", Math.Min(end + 2, _text.Length) - _at);
        }

        if (_at + 1 >= _text.Length)
        {
            return false;
        }

        var letter = _text[_at + 1];
        return letter switch
        {
            'A' or 'z' or 'b' or 'B' => Put($@"\{letter}", 2),
            'd' or 'D' or 'w' or 'W' or 's' or 'S' => Put(Re2Class.Shorthand(letter).Render(isNegated: false)!, 2),
            _ => EscapedCharacter() is { } one && Literal(one.Character, one.Length),
        };
    }

    // A character behind a backslash, and how much of the expression it takes.
    private (char Character, int Length)? EscapedCharacter()
    {
        var rest = _text.AsSpan(_at + 1);
        return rest switch
        {
            ['a', ..] => ('\a', 2),
            ['f', ..] => ('\f', 2),
            ['t', ..] => ('\t', 2),
            ['n', ..] => ('\n', 2),
            ['r', ..] => ('\r', 2),
            ['v', ..] => ('\v', 2),
            ['x', '{', ..] when rest.IndexOf('}') is > 2 and var end && Hex(rest[2..end]) is { } wide => (wide, end + 2),
            ['x', _, _, ..] when rest[1] != '{' && Hex(rest[1..3]) is { } narrow => (narrow, 4),
            [> ' ' and < '\x7F' and not '_' and var mark, ..] when !char.IsAsciiLetterOrDigit(mark) => (mark, 2),
            _ => null,
        };
    }

    private static char? Hex(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is >= 0 and < 128
            ? (char)code
            : null;

    private bool Group()
    {
        var rest = _text.AsSpan(_at);
        if (!rest.StartsWith("(?", StringComparison.Ordinal))
        {
            return Put("(", 1);
        }

        if (rest.StartsWith("(?P<", StringComparison.Ordinal))
        {
            var name = rest[4..];
            return name.IndexOf('>') is > 0 and var end && !name[..end].ContainsAnyExcept(Words) && Put("(", end + 5);
        }

        var flags = rest[2..];
        var length = flags.IndexOfAnyExcept('i', 's');
        if (length < 0 || flags[length] is not (':' or ')'))
        {
            return false;
        }

        _ignoresCase |= flags[..length].Contains('i');
        return (length > 0 || flags[length] == ':') && Put(rest[..(length + 3)].ToString(), length + 3);
    }

    private static System.Buffers.SearchValues<char> Words { get; } =
        System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private bool Repetition()
    {
        var end = _text.IndexOf('}', _at);
        var bounds = end < 0 ? [] : _text[(_at + 1)..end].Split(',');
        if (
            bounds.Length is not (1 or 2)
            || bounds[0].Length == 0
            || bounds.Any(bound => bound.Any(character => !char.IsAsciiDigit(character)))
        )
        {
            return Literal('{', 1);
        }

        return bounds.All(bound =>
                bound.Length == 0 || (bound.Length < 5 && int.Parse(bound, CultureInfo.InvariantCulture) <= MostRepetitions)
            ) && Put(_text[_at..(end + 1)], end + 1 - _at);
    }

    private bool Class()
    {
        Re2Class set = new();
        _at++;
        var isNegated = !IsAtEnd && _text[_at] == '^';
        _at += isNegated ? 1 : 0;
        for (var first = true; !IsAtEnd && (first || _text[_at] != ']'); first = false)
        {
            if (!Member(set))
            {
                return false;
            }
        }

        return !IsAtEnd && set.Render(isNegated) is { } rendered && Put(rendered, 1);
    }

    private bool Member(Re2Class set)
    {
        if (
            _text.AsSpan(_at).StartsWith("[:", StringComparison.Ordinal)
            && _text.IndexOf(":]", _at + 2, StringComparison.Ordinal) is >= 0 and var end
        )
        {
            var name = _text[(_at + 2)..end];
            _at = end + 2;

            // RE2 folds the letters before it negates them.
            return !(_ignoresCase && name.StartsWith('^')) && set.AddNamed(name);
        }

        if (_text[_at] == '\\' && _at + 1 < _text.Length && (_text[_at + 1] is 'd' or 'D' or 'w' or 'W' or 's' or 'S'))
        {
            set.Add(Re2Class.Shorthand(_text[_at + 1]));
            _at += 2;
            return true;
        }

        if (Character() is not { } first)
        {
            return false;
        }

        var last = first;
        if (_at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']')
        {
            _at++;
            if (Character() is not { } other || other < first)
            {
                return false;
            }

            last = other;
        }

        set.Add(first, last);
        return true;
    }

    // One character of a class; null for what is not ASCII, which negation would not leave out.
    private char? Character()
    {
        var one =
            _text[_at] == '\\' ? EscapedCharacter()
            : char.IsAscii(_text[_at]) ? (_text[_at], 1)
            : null;
        _at += one?.Length ?? 0;
        return one?.Character;
    }

    private bool Literal(char character, int length) => !char.IsSurrogate(character) && Put($@"\u{(int)character:X4}", length);

    private bool Put(string text, int length)
    {
        _result.Append(text);
        _at += length;
        return true;
    }
}
