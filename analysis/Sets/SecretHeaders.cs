using System.Text.RegularExpressions;

namespace MeshStack.Analysis.Sets;

/// <summary>Headers that carry what proves who somebody is: their values are never shown.</summary>
internal static partial class SecretHeaders
{
    public static bool Has(string name) => Secret().IsMatch(name);

    [GeneratedRegex(
        "^(proxy-)?authorization$|^(set-)?cookie$|token|secret|passw|api-?key|credential|signature",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Secret();
}
