using System.Globalization;
using System.Text;

namespace MeshStack.Manifests;

/// <summary>Reads a regular expression the way RE2 does, and stops at what it does not take.</summary>
internal ref struct Re2Syntax
{
    private const int MostRepeats = 1000;

    private static readonly HashSet<string> Categories = new(
        "C Cc Cf Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> PosixClasses = new(
        "alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit".Split(' '),
        StringComparer.Ordinal
    );

    private readonly ReadOnlySpan<char> _pattern;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Stack<Group> _groups = new();
    private int _at;
    private string? _error;

    private Re2Syntax(string pattern) => _pattern = pattern;

    private readonly bool IsAtEnd => _at >= _pattern.Length;

    private readonly ReadOnlySpan<char> Rest => _pattern[_at..];

    /// <summary>Why the pattern is none, or null where it is one.</summary>
    public static string? WhyNot(string pattern)
    {
        var reader = new Re2Syntax(pattern);
        reader.Read();
        return reader._error;
    }

    private void Read()
    {
        var group = new Group();
        var isAfterRepeat = false;
        while (!IsAtEnd && _error is null)
        {
            var start = _at;
            var wasRepeat = isAfterRepeat;
            isAfterRepeat = false;
            switch (_pattern[_at])
            {
                case '(':
                    if (Open())
                    {
                        _groups.Push(group);
                        group = new Group();
                    }

                    break;
                case ')':
                    _at++;
                    if (!_groups.TryPop(out var outer))
                    {
                        _error = "it closes a parenthesis that is not open";
                        return;
                    }

                    outer.Add(group.Repeats);
                    group = outer;
                    break;
                case '|':
                    _at++;
                    group.Branch();
                    break;
                case '*' or '+' or '?':
                    _at++;
                    isAfterRepeat = true;
                    Repeat(ref group, start, wasRepeat, 1);
                    break;
                case '{' when Count(out var least, out var most):
                    isAfterRepeat = true;
                    if (least > MostRepeats || most > MostRepeats || (most >= 0 && least > most))
                    {
                        Fail("a count from 0 to 1000, in ascending order, is allowed", start);
                    }
                    else
                    {
                        Repeat(ref group, start, wasRepeat, most == 0 ? 0 : Math.Max(most < 0 ? least : most, 1));
                    }

                    break;
                case '[':
                    Class();
                    group.Add(1);
                    break;
                case '\\':
                    if (Escaped())
                    {
                        group.Add(1);
                    }

                    break;
                default:
                    Next();
                    group.Add(1);
                    break;
            }
        }

        if (_error is null && _groups.Count > 0)
        {
            _error = "it opens a parenthesis that is not closed";
        }
    }

    private void Fail(string reason, int start) => _error ??= $"at \"{_pattern[start..Math.Min(_at, _pattern.Length)]}\", {reason}";

    private void Next() => _at += Rune.DecodeFromUtf16(Rest, out _, out var length) == System.Buffers.OperationStatus.Done ? length : 1;

    private void Repeat(ref Group group, int start, bool wasRepeat, int times)
    {
        if (!IsAtEnd && _pattern[_at] == '?')
        {
            _at++;
        }

        if (wasRepeat)
        {
            Fail("one repetition follows another", start);
        }
        else if (!group.CanRepeat)
        {
            Fail("there is nothing to repeat", start);
        }
        else if (!group.Multiply(times, MostRepeats))
        {
            Fail($"repetitions within each other come to more than {MostRepeats}", start);
        }
    }

    /// <summary>Reads <c>{2}</c>, <c>{2,}</c> or <c>{2,3}</c>; anything else is plain text.</summary>
    private bool Count(out int least, out int most)
    {
        var start = _at++;
        most = -1;
        if (Number(out least) && !IsAtEnd)
        {
            most = least;
            var isWhole = true;
            if (_pattern[_at] == ',')
            {
                _at++;
                most = -1;
                isWhole = !IsAtEnd && (_pattern[_at] == '}' || Number(out most));
            }

            if (isWhole && !IsAtEnd && _pattern[_at] == '}')
            {
                _at++;
                return true;
            }
        }

        _at = start;
        return false;
    }

    private bool Number(out int number)
    {
        var digits = Rest.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? Rest.Length : digits;
        number = int.MaxValue;
        if (digits == 0 || (digits > 1 && _pattern[_at] == '0'))
        {
            return false;
        }

        if (int.TryParse(Rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
        {
            number = parsed;
        }

        _at += digits;
        return true;
    }

    /// <summary>Reads the start of a group; false for one that only sets flags.</summary>
    private bool Open()
    {
        var start = _at++;
        if (IsAtEnd || _pattern[_at] != '?')
        {
            return true;
        }

        _at++;
        var isNamed = Rest.StartsWith("P<", StringComparison.Ordinal) || Rest.StartsWith("<", StringComparison.Ordinal);
        return isNamed ? Named(start) : Flags(start);
    }

    private bool Named(int start)
    {
        _at += _pattern[_at] == 'P' ? 2 : 1;
        var end = Rest.IndexOf('>');
        var name = end < 0 ? "" : Rest[..end].ToString();
        if (name.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
        {
            Fail("a group's name is letters, digits and '_' in <>; RE2 has no lookaround", start);
        }
        else if (!_names.Add(name))
        {
            Fail($"the group {name} is there already", start);
        }

        _at += end + 1;
        return true;
    }

    private bool Flags(int start)
    {
        var (isNegative, hasFlag) = (false, false);
        while (!IsAtEnd)
        {
            switch (_pattern[_at++])
            {
                case 'i' or 'm' or 's' or 'U':
                    hasFlag = true;
                    continue;
                case '-' when !isNegative:
                    (isNegative, hasFlag) = (true, false);
                    continue;
                case ':' when !isNegative || hasFlag:
                    return true;
                case ')' when !isNegative || hasFlag:
                    return false;
                default:
                    break;
            }

            break;
        }

        Fail("RE2 has groups, names and the flags i, m, s and U; it has no lookaround, atomic groups, conditions or comments", start);
        return false;
    }

    /// <summary>Reads what follows a backslash outside of a class; false where that matches nothing by itself.</summary>
    private bool Escaped()
    {
        switch (_at + 1 < _pattern.Length ? _pattern[_at + 1] : ' ')
        {
            case 'A' or 'b' or 'B' or 'z' or 'd' or 'D' or 's' or 'S' or 'w' or 'W':
                _at += 2;
                return true;
            case 'Q':
                var end = Rest.IndexOf("\\E", StringComparison.Ordinal);
                var isEmpty = end is 2 || Rest.Length == 2;
                _at += end < 0 ? Rest.Length : end + 2;
                return !isEmpty;
            case 'p' or 'P':
                UnicodeClass();
                return true;
            default:
                Character();
                return true;
        }
    }

    private void UnicodeClass()
    {
        var start = _at;
        _at += 2;
        var end = !IsAtEnd && _pattern[_at] == '{' ? Rest.IndexOf('}') : 0;
        var name = (end > 0 ? Rest[1..end] : Rest[..Math.Min(1, Rest.Length)]).ToString().TrimStart('^');
        _at = end < 0 ? _pattern.Length : Math.Min(_at + end + 1, _pattern.Length);
        var isScript = name.Length > 2 && char.IsAsciiLetterUpper(name[0]) && name.All(c => char.IsAsciiLetter(c) || c == '_');
        if (end < 0 || !(isScript || Categories.Contains(name)))
        {
            Fail("this is no class of Unicode's characters", start);
        }
    }

    /// <summary>Reads an escaped character and gives it.</summary>
    private int Character()
    {
        var start = _at++;
        if (IsAtEnd)
        {
            Fail("a backslash stands at the end", start);
            return 0;
        }

        var first = _pattern[_at++];
        switch (first)
        {
            case '0':
            case >= '1' and <= '7' when !IsAtEnd && _pattern[_at] is >= '0' and <= '7':
                var octal = first - '0';
                for (var more = 0; more < 2 && !IsAtEnd && _pattern[_at] is >= '0' and <= '7'; more++)
                {
                    octal = (octal * 8) + _pattern[_at++] - '0';
                }

                return octal;
            case 'x':
                return Hexadecimal(start);
            case 'a':
                return '\a';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return '\v';
            default:
                if (!char.IsAscii(first) || char.IsAsciiLetterOrDigit(first))
                {
                    Fail(char.IsAsciiDigit(first) ? "RE2 has no backreferences" : "RE2 has no such escape", start);
                }

                return first;
        }
    }

    private int Hexadecimal(int start)
    {
        var isBraced = !IsAtEnd && _pattern[_at] == '{';
        var end = isBraced ? Rest.IndexOf('}') : Math.Min(2, Rest.Length);
        var digits = end < 0 ? "" : Rest[(isBraced ? 1 : 0)..end];
        _at = end < 0 ? _pattern.Length : _at + end + (isBraced ? 1 : 0);
        if (
            !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || (!isBraced && digits.Length < 2)
            || value is < 0 or > 0x10FFFF
        )
        {
            Fail("a character's code is two hexadecimal digits, or up to 10FFFF in {}", start);
        }

        return value;
    }

    private void Class()
    {
        var start = _at++;
        if (!IsAtEnd && _pattern[_at] == '^')
        {
            _at++;
        }

        for (var isFirst = true; _error is null && (IsAtEnd || _pattern[_at] != ']' || isFirst); isFirst = false)
        {
            if (IsAtEnd)
            {
                Fail("a bracket is not closed", start);
            }
            else if (
                Rest.StartsWith("[:", StringComparison.Ordinal) && Rest[2..].IndexOf(":]", StringComparison.Ordinal) is >= 0 and var end
            )
            {
                var name = Rest.Slice(2, end).ToString().TrimStart('^');
                _at += end + 4;
                if (!PosixClasses.Contains(name))
                {
                    Fail($"there is no class {name}", start);
                }
            }
            else if (Rest is ['\\', 'p' or 'P', ..])
            {
                UnicodeClass();
            }
            else if (Rest is ['\\', 'd' or 'D' or 's' or 'S' or 'w' or 'W', ..])
            {
                _at += 2;
            }
            else
            {
                Range(start);
            }
        }

        _at++;
    }

    private void Range(int start)
    {
        var low = ClassCharacter();
        if (Rest is ['-', not ']', ..])
        {
            _at++;
            if (ClassCharacter() < low)
            {
                Fail("a range of characters ends before it starts", start);
            }
        }
    }

    private int ClassCharacter()
    {
        if (_pattern[_at] == '\\')
        {
            return Character();
        }

        Rune.DecodeFromUtf16(Rest, out var rune, out _);
        Next();
        return rune.Value;
    }

    /// <summary>What is known of a group while it is read: whether its last part can be repeated, and how often its parts are repeated
    /// at most.</summary>
    private struct Group
    {
        private int _last;

        public Group() => Repeats = 1;

        public int Repeats { get; private set; }

        public bool CanRepeat { get; private set; }

        public void Add(int repeats)
        {
            (_last, CanRepeat) = (repeats, true);
            Repeats = Math.Max(Repeats, repeats);
        }

        public void Branch() => CanRepeat = false;

        public bool Multiply(int times, int most)
        {
            _last = times == 0 ? 1 : _last * times;
            Repeats = Math.Max(Repeats, _last);
            return _last <= most;
        }
    }
}
