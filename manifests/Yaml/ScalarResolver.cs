using System.Buffers;
using System.Globalization;

namespace MeshStack.Manifests;

/// <summary>Gives plain scalars the types that kubectl gives them: YAML 1.1's booleans and numbers, and dates as text.</summary>
internal static class ScalarResolver
{
    private static readonly SearchValues<char> FractionCharacters = SearchValues.Create("0123456789.eE+-");

    public static bool IsNull(string text) => text is "" or "~" or "null" or "Null" or "NULL";

    public static object? Resolve(string text)
    {
        switch (text)
        {
            case var nothing when IsNull(nothing):
                return null;
            case "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" or "y" or "Y":
                return true;
            case "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" or "n" or "N":
                return false;
            case ".nan" or ".NaN" or ".NAN":
                return double.NaN;
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                return double.PositiveInfinity;
            case "-.inf" or "-.Inf" or "-.INF":
                return double.NegativeInfinity;
        }

        return text[0] is '-' or '+' or '.' || char.IsAsciiDigit(text[0]) ? Number(text) ?? (object)text : text;
    }

    private static object? Number(string text)
    {
        var negative = text[0] == '-';
        var digits = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        if (digits.Length == 0 || digits[0] is '-' or '+' or '_')
        {
            return null;
        }

        var plain = digits.Contains('_') ? digits.ToString().Replace("_", "", StringComparison.Ordinal) : digits;
        return Whole(plain, negative) is { } whole ? whole : Fraction(plain, negative);
    }

    private static long? Whole(ReadOnlySpan<char> digits, bool negative)
    {
        var (radix, start) = digits switch
        {
            ['0', 'x' or 'X', ..] => (16, 2),
            ['0', 'b' or 'B', ..] => (2, 2),
            ['0', 'o' or 'O', ..] => (8, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        UInt128 value = 0;
        foreach (var character in digits[start..])
        {
            var digit = char.IsAsciiHexDigit(character) ? Convert.ToInt32(character.ToString(), 16) : radix;
            if (digit >= radix || value > ulong.MaxValue)
            {
                return null;
            }

            value = (value * (uint)radix) + (uint)digit;
        }

        if (start == digits.Length || value > (UInt128)long.MaxValue + (negative ? 1u : 0u))
        {
            return null;
        }

        var whole = (Int128)value;
        return (long)(negative ? -whole : whole);
    }

    private static object? Fraction(ReadOnlySpan<char> digits, bool negative)
    {
        if (digits.ContainsAnyExcept(FractionCharacters) || !digits.ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(digits, Styles, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? ManifestValue.Normalize(negative ? -value : value)
            : null;
    }
}
