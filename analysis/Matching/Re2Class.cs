using System.Globalization;
using System.Text;

namespace MeshStack.Analysis.Matching;

/// <summary>A set of ASCII characters as RE2 writes it: a class in brackets, or a shorthand such as <c>\d</c>.</summary>
/// <remarks>Source: https://github.com/google/re2/wiki/Syntax; a dash may stand anywhere, and nothing is subtracted.</remarks>
internal sealed class Re2Class
{
    private static readonly Dictionary<string, Func<char, bool>> Names = new(StringComparer.Ordinal)
    {
        ["alnum"] = char.IsAsciiLetterOrDigit,
        ["alpha"] = char.IsAsciiLetter,
        ["ascii"] = _ => true,
        ["blank"] = character => character is '\t' or ' ',
        ["cntrl"] = character => character is < ' ' or '\x7F',
        ["digit"] = char.IsAsciiDigit,
        ["graph"] = character => character is > ' ' and < '\x7F',
        ["lower"] = char.IsAsciiLetterLower,
        ["print"] = character => character is >= ' ' and < '\x7F',
        ["punct"] = character => character is > ' ' and < '\x7F' && !char.IsAsciiLetterOrDigit(character),
        ["space"] = character => character is ' ' or (>= '\t' and <= '\r'),
        ["upper"] = char.IsAsciiLetterUpper,
        ["word"] = IsWord,
        ["xdigit"] = char.IsAsciiHexDigit,
    };

    private readonly bool[] _members = new bool[128];

    public static Re2Class Shorthand(char letter)
    {
        Func<char, bool> test = char.ToLowerInvariant(letter) switch
        {
            'd' => char.IsAsciiDigit,
            'w' => IsWord,
            _ => character => character is '\t' or '\n' or '\f' or '\r' or ' ',
        };
        Re2Class result = new();
        result.Add(test, char.IsUpper(letter));
        return result;
    }

    public void Add(char first, char last) => Add(character => character >= first && character <= last, isNegated: false);

    public void Add(Re2Class other) => Add(character => other._members[character], isNegated: false);

    /// <summary>Adds <c>[:name:]</c> or <c>[:^name:]</c>; false where there is no such name.</summary>
    public bool AddNamed(string name)
    {
        var isNegated = name.StartsWith('^');
        if (!Names.TryGetValue(name.TrimStart('^'), out var test))
        {
            return false;
        }

        Add(test, isNegated);
        return true;
    }

    /// <summary>The set in .NET's words, or null where it is empty.</summary>
    public string? Render(bool isNegated)
    {
        StringBuilder text = new();
        for (var start = 0; start < _members.Length; start++)
        {
            if (_members[start])
            {
                var end = start;
                while (end + 1 < _members.Length && _members[end + 1])
                {
                    end++;
                }

                text.Append(CultureInfo.InvariantCulture, $@"\u{start:X4}-\u{end:X4}");
                start = end;
            }
        }

        return text.Length == 0 ? null : $"[{(isNegated ? "^" : "")}{text}]";
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private void Add(Func<char, bool> test, bool isNegated)
    {
        for (var character = '\0'; character < _members.Length; character++)
        {
            _members[character] |= test(character) != isNegated;
        }
    }
}
