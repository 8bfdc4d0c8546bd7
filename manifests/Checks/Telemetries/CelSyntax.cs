using System.Globalization;

namespace MeshStack.Manifests;

/// <summary>Reads an expression of the Common Expression Language, and stops at what it does not take. What the names mean is not
/// looked at.</summary>
/// <remarks>Source: https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax.</remarks>
internal ref struct CelSyntax
{
    private const int Deepest = 250;

    private static readonly string[] Relations = ["==", "!=", "<=", ">=", "<", ">"];

    private static readonly HashSet<string> Reserved = new(
        "as break const continue else for function if import let loop package namespace return var void while".Split(' '),
        StringComparer.Ordinal
    );

    // Macros, and how many arguments they have; the first of those that loop names a variable.
    private static readonly HashSet<string> Loops = new(["all", "exists", "exists_one", "map", "filter"], StringComparer.Ordinal);

    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int _depth;
    private string? _error;

    private CelSyntax(string text) => _text = text;

    private readonly bool IsAtEnd => _at >= _text.Length;

    private readonly ReadOnlySpan<char> Rest => _text[_at..];

    /// <summary>Why the text is no expression, or null where it is one.</summary>
    public static string? WhyNot(string text)
    {
        var reader = new CelSyntax(text);
        reader.Skip();
        reader.Expression();
        if (reader._error is null && !reader.IsAtEnd)
        {
            reader.Fail("it goes on behind its end");
        }

        return reader._error;
    }

    private void Fail(string reason) =>
        _error ??= IsAtEnd ? $"{reason}, at its end" : $"{reason}, at \"{Rest[..Math.Min(Rest.Length, 20)]}\"";

    private void Skip()
    {
        while (!IsAtEnd)
        {
            if (char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }
            else if (Rest.StartsWith("//", StringComparison.Ordinal))
            {
                var end = Rest.IndexOf('\n');
                _at = end < 0 ? _text.Length : _at + end;
            }
            else
            {
                return;
            }
        }
    }

    private bool Take(string token)
    {
        if (_error is not null || !Rest.StartsWith(token, StringComparison.Ordinal))
        {
            return false;
        }

        _at += token.Length;
        Skip();
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token))
        {
            Fail($"'{token}' is missing");
        }
    }

    private void Expression()
    {
        if (++_depth > Deepest)
        {
            Fail("it is too deep");
            return;
        }

        Alternatives();
        if (Take("?"))
        {
            Alternatives();
            Expect(":");
            Expression();
        }

        _depth--;
    }

    private void Alternatives()
    {
        do
        {
            do
            {
                Relation();
            } while (Take("&&"));
        } while (Take("||"));
    }

    private void Relation()
    {
        do
        {
            Sum();
        } while (IsRelation());
    }

    private bool IsRelation()
    {
        foreach (var relation in Relations)
        {
            if (Take(relation))
            {
                return true;
            }
        }

        return Rest.StartsWith("in", StringComparison.Ordinal) && !IsNamePart(2) && Take("in");
    }

    private void Sum()
    {
        do
        {
            do
            {
                Unary();
            } while (Take("*") || Take("/") || Take("%"));
        } while (Take("+") || Take("-"));
    }

    private void Unary()
    {
        if (Take("!"))
        {
            while (Take("!")) { }
        }
        else
        {
            while (Take("-")) { }
        }

        Member();
    }

    private void Member()
    {
        var isName = Primary();
        while (_error is null)
        {
            if (Take("."))
            {
                Take("?");
                var name = Name(isField: true);
                if (Take("("))
                {
                    Arguments(Loops.Contains(name) ? name : "");
                }
            }
            else if (Take("["))
            {
                Take("?");
                Expression();
                Expect("]");
            }
            else if (isName && Take("{"))
            {
                Entries();
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Reads what an expression starts with; true where that is a name.</summary>
    private bool Primary()
    {
        if (Take("("))
        {
            Expression();
            Expect(")");
            return false;
        }

        if (Take("["))
        {
            for (var isFirst = true; _error is null && !Take("]"); isFirst = false)
            {
                if (!isFirst)
                {
                    Expect(",");
                    if (Take("]"))
                    {
                        return false;
                    }
                }

                Take("?");
                Expression();
            }

            return false;
        }

        if (Take("{"))
        {
            Entries();
            return false;
        }

        if (Text() || Number())
        {
            return false;
        }

        Take(".");
        var name = Name(isField: false);
        if (name is "true" or "false" or "null")
        {
            return false;
        }

        if (Take("("))
        {
            Arguments(name == "has" ? name : "");
            return false;
        }

        return true;
    }

    private void Entries()
    {
        for (var isFirst = true; _error is null && !Take("}"); isFirst = false)
        {
            if (!isFirst)
            {
                Expect(",");
                if (Take("}"))
                {
                    return;
                }
            }

            Take("?");
            Expression();
            Expect(":");
            Expression();
        }
    }

    private void Arguments(string macro)
    {
        for (var count = 0; _error is null && !Take(")"); count++)
        {
            if (count > 0)
            {
                Expect(",");
            }

            var start = _at;
            Expression();
            var argument = _text[start..Math.Min(_at, _text.Length)].TrimEnd();
            if (macro == "has" && (count > 0 || argument.IndexOf('.') <= 0 || argument[^1] is ')' or ']'))
            {
                Fail("has takes a field, such as has(request.headers)");
            }
            else if (macro.Length > 0 && macro != "has" && count == 0 && !IsVariable(argument))
            {
                Fail($"{macro} takes a variable first");
            }
        }
    }

    private static bool IsVariable(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return text.Length > 0 && !char.IsAsciiDigit(text[0]);
    }

    private readonly bool IsNamePart(int offset) =>
        _at + offset < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at + offset]) || _text[_at + offset] == '_');

    private string Name(bool isField)
    {
        var end = isField && Rest.StartsWith("`", StringComparison.Ordinal) ? Rest[1..].IndexOf('`') + 2 : 0;
        while (end == 0 || IsNamePart(end))
        {
            if (!IsNamePart(end) || (end == 0 && char.IsAsciiDigit(_text[_at])))
            {
                Fail("a value or a name is missing");
                return "";
            }

            end++;
        }

        var name = Rest[..end].ToString();
        if (!isField && (name == "in" || Reserved.Contains(name)))
        {
            Fail($"{name} is a reserved word");
        }

        _at += end;
        Skip();
        return name;
    }

    private bool Number()
    {
        var start = _at;
        var isReal = false;
        if (Rest.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            _at += 2;
            while (!IsAtEnd && char.IsAsciiHexDigit(_text[_at]))
            {
                _at++;
            }
        }
        else
        {
            Digits();
            if (!IsAtEnd && _text[_at] == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))
            {
                isReal = true;
                _at++;
                Digits();
            }

            if (_at > start && !IsAtEnd && _text[_at] is 'e' or 'E')
            {
                isReal = true;
                _at += _at + 1 < _text.Length && _text[_at + 1] is '+' or '-' ? 2 : 1;
                Digits();
            }
        }

        if (_at == start)
        {
            return false;
        }

        if (!isReal && !IsAtEnd && _text[_at] is 'u' or 'U')
        {
            _at++;
        }
        else if (
            !isReal
            && char.IsAsciiDigit(_text[_at - 1])
            && _text[start..Math.Min(start + 2, _text.Length)] is not ("0x" or "0X")
            && !ulong.TryParse(_text[start.._at], NumberStyles.None, CultureInfo.InvariantCulture, out _)
        )
        {
            Fail("the number is too large");
        }

        Skip();
        return true;
    }

    private void Digits()
    {
        while (!IsAtEnd && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }
    }

    private bool Text()
    {
        var start = _at;
        var isRaw = false;
        while (!IsAtEnd && _at - start < 2 && _text[_at] is 'r' or 'R' or 'b' or 'B')
        {
            isRaw |= _text[_at] is 'r' or 'R';
            _at++;
        }

        if (IsAtEnd || _text[_at] is not ('"' or '\''))
        {
            _at = start;
            return false;
        }

        var one = _text[_at].ToString();
        var quote = Rest.StartsWith(new string(one[0], 3), StringComparison.Ordinal) ? new string(one[0], 3) : one;
        for (_at += quote.Length; !Rest.StartsWith(quote, StringComparison.Ordinal); _at++)
        {
            if (IsAtEnd || (quote.Length == 1 && _text[_at] is '\n' or '\r'))
            {
                Fail("a text has no end");
                return true;
            }

            if (_text[_at] == '\\' && !isRaw)
            {
                Escape();
            }
        }

        _at += quote.Length;
        Skip();
        return true;
    }

    /// <summary>Reads an escape up to its last character.</summary>
    private void Escape()
    {
        _at++;
        var digits = IsAtEnd ? -1 : Length(_text[_at]);
        if (digits < 0 || _at + digits >= _text.Length)
        {
            Fail("a text has an escape that CEL does not know");
            return;
        }

        for (var index = 1; index <= digits; index++)
        {
            var digit = _text[_at + index];
            if (!(_text[_at] is >= '0' and <= '3' ? digit is >= '0' and <= '7' : char.IsAsciiHexDigit(digit)))
            {
                Fail("a text has an escape that CEL does not know");
                return;
            }
        }

        _at += digits;
    }

    private static int Length(char escape) =>
        escape switch
        {
            'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or '\\' or '?' or '"' or '\'' or '`' => 0,
            'x' or 'X' or >= '0' and <= '3' => 2,
            'u' => 4,
            'U' => 8,
            _ => -1,
        };
}
