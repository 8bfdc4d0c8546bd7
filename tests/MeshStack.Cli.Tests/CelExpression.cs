using System.Text.RegularExpressions;

namespace MeshStack.Cli.Tests;

/// <summary>As much of CEL as the admission policy of this repository is written in, evaluated on one object.</summary>
/// <remarks>Source: https://github.com/google/cel-spec/blob/master/doc/langdef.md.</remarks>
internal sealed partial class CelExpression
{
    private readonly string[] _tokens;
    private readonly Dictionary<string, object?> _variables;
    private int _next;

    private CelExpression(string text, object? subject)
    {
        _tokens = [.. Token().Matches(text).Select(match => match.Value).Where(token => !string.IsNullOrWhiteSpace(token))];
        _variables = new() { ["object"] = subject };
    }

    public static bool IsTrue(string text, object? subject)
    {
        var expression = new CelExpression(text, subject);
        var value = (bool)expression.Or(isEvaluated: true)!;
        return expression._next == expression._tokens.Length ? value : throw new FormatException($"'{expression.Peek}' is left");
    }

    private string Peek => _next < _tokens.Length ? _tokens[_next] : "";

    private string Take() => _tokens[_next++];

    private bool Take(string token)
    {
        if (Peek != token)
        {
            return false;
        }

        _next++;
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token))
        {
            throw new FormatException($"'{token}' is expected, not '{Peek}'");
        }
    }

    // What does not matter any more is read, and not evaluated.
    private object? Or(bool isEvaluated)
    {
        var value = And(isEvaluated);
        while (Take("||"))
        {
            var isOpen = isEvaluated && value is false;
            var right = And(isOpen);
            value = isOpen ? right : value;
        }

        return value;
    }

    private object? And(bool isEvaluated)
    {
        var value = Relation(isEvaluated);
        while (Take("&&"))
        {
            var isOpen = isEvaluated && value is true;
            var right = Relation(isOpen);
            value = isOpen ? right : value;
        }

        return value;
    }

    private object? Relation(bool isEvaluated)
    {
        var left = Unary(isEvaluated);
        if (Peek is not ("==" or "!=" or "in"))
        {
            return left;
        }

        var comparison = Take();
        var right = Unary(isEvaluated);
        return !isEvaluated ? null
            : comparison == "in" ? ((object?[])right!).Contains(left)
            : comparison == "==" == IsSame(left, right);
    }

    private static bool IsSame(object? left, object? right) =>
        left is object?[] some && right is object?[] others ? some.SequenceEqual(others) : Equals(left, right);

    private object? Unary(bool isEvaluated) =>
        !Take("!") ? Member(isEvaluated)
        : Unary(isEvaluated) is bool value ? !value
        : null;

    private object? Member(bool isEvaluated)
    {
        var value = Primary(isEvaluated);
        while (Take("."))
        {
            var name = Take();
            value =
                Take("(") ? Call(value, name, isEvaluated)
                : isEvaluated ? ((IReadOnlyDictionary<string, object?>)value!)[name]
                : null;
        }

        return value;
    }

    private object? Call(object? value, string name, bool isEvaluated)
    {
        if (name == "exists")
        {
            return Exists(value, isEvaluated);
        }

        var argument = Peek == ")" ? null : Or(isEvaluated);
        Expect(")");
        return !isEvaluated
            ? null
            : name switch
            {
                "lowerAscii" => ((string)value!).ToLowerInvariant(),
                "startsWith" => ((string)value!).StartsWith((string)argument!, StringComparison.Ordinal),
                "endsWith" => ((string)value!).EndsWith((string)argument!, StringComparison.Ordinal),
                "substring" => ((string)value!)[(int)argument!..],
                _ => throw new FormatException($"there is no function '{name}'"),
            };
    }

    private bool Exists(object? value, bool isEvaluated)
    {
        var variable = Take();
        Expect(",");
        var start = _next;
        var found = false;
        foreach (var item in isEvaluated ? (object?[])value! : [])
        {
            (_next, _variables[variable]) = (start, item);
            found |= Or(isEvaluated: true) is true;
        }

        _next = start;
        Or(isEvaluated: false);
        Expect(")");
        return found;
    }

    private object? Primary(bool isEvaluated)
    {
        var token = Take();
        switch (token)
        {
            case "(":
                var inner = Or(isEvaluated);
                Expect(")");
                return inner;
            case "[":
                List<object?> items = [];
                while (!Take("]"))
                {
                    items.Add(Or(isEvaluated));
                    Take(",");
                }

                return items.ToArray();
            case "has":
                return Has(isEvaluated);
            default:
                return token[0] == '\'' ? token[1..^1]
                    : char.IsAsciiDigit(token[0]) ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)
                    : isEvaluated ? _variables[token]
                    : null;
        }
    }

    private bool Has(bool isEvaluated)
    {
        Expect("(");
        var value = isEvaluated ? _variables[Take()] : Take();
        var isThere = true;
        while (Take("."))
        {
            var name = Take();
            isThere = value is IReadOnlyDictionary<string, object?> map && map.ContainsKey(name);
            value = isThere ? ((IReadOnlyDictionary<string, object?>)value!)[name] : null;
        }

        Expect(")");
        return isThere;
    }

    [GeneratedRegex(@"'[^']*'|\|\||&&|==|!=|\w+|\S|\s+")]
    private static partial Regex Token();
}
