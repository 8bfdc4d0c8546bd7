using System.Text.RegularExpressions;

namespace MeshStack.Definition;

/// <summary>Durations as Go and Istio write them.</summary>
internal static partial class Durations
{
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    // https://pkg.go.dev/time#ParseDuration, without signs; Istio knows no unit below the millisecond.
    [GeneratedRegex(@"^(\d+(\.\d+)?(h|m|s|ms))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
