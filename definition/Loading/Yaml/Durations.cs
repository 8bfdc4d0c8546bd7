using System.Globalization;
using System.Text.RegularExpressions;

namespace MeshStack.Definition;

/// <summary>Durations as Go and Istio write them.</summary>
internal static partial class Durations
{
    /// <summary>What is expected, in messages.</summary>
    public const string Expected = "a duration with a unit (250ms, 30s, 5m, 1h30m)";

    /// <summary>What schemas hold durations against.</summary>
    public const string Syntax = @"^(\d+(\.\d+)?(h|m|s|ms))+$";

    /// <summary>What a number without a unit may have meant.</summary>
    public static string Hint(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"; did you mean {text}s or {text}m?" : "";

    public static bool IsValid(string text) => Pattern().IsMatch(text);

    // https://pkg.go.dev/time#ParseDuration, without signs; Istio knows no unit below the millisecond.
    [GeneratedRegex(Syntax, RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
