using System.Buffers;
using System.Globalization;

namespace MeshStack.Manifests;

/// <summary>Durations such as <c>1.5s</c> or <c>1h30m</c>, of at most 292 years.</summary>
/// <remarks>Source: https://pkg.go.dev/time#ParseDuration.</remarks>
internal static class Duration
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>The duration in nanoseconds, or null where the text is none.</summary>
    public static decimal? Nanoseconds(string text)
    {
        var rest = text.AsSpan();
        var negative = rest.StartsWith("-", StringComparison.Ordinal);
        rest = rest is ['+' or '-', ..] ? rest[1..] : rest;
        if (rest is "0")
        {
            return 0;
        }

        decimal total = 0;
        do
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            if (
                digits <= 0
                || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            )
            {
                return null;
            }

            rest = rest[digits..];
            var next = rest.IndexOfAny(Digits);
            var unit = next < 0 ? rest : rest[..next];
            if (
                UnitNanoseconds(unit) is not { } size
                || number > long.MaxValue / size
                || (total += decimal.Truncate(number * size)) > long.MaxValue
            )
            {
                return null;
            }

            rest = rest[unit.Length..];
        } while (!rest.IsEmpty);

        return negative ? -total : total;
    }

    private static decimal? UnitNanoseconds(ReadOnlySpan<char> unit) =>
        unit switch
        {
            "ns" => 1m,
            "us" or "µs" or "μs" => 1_000m,
            "ms" => 1_000_000m,
            "s" => 1_000_000_000m,
            "m" => 60_000_000_000m,
            "h" => 3_600_000_000_000m,
            _ => null,
        };
}
