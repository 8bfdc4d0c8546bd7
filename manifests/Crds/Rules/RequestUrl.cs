using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>URLs as isURL and url of the Common Expression Language take them: absolute, or a path that begins with a slash.</summary>
/// <remarks>Source: https://pkg.go.dev/net/url#ParseRequestURI, by which Kubernetes reads them.</remarks>
internal static partial class RequestUrl
{
    /// <summary>The scheme in lower case, empty for a path, or null where the text is no URL.</summary>
    public static string? Scheme(string text) =>
        Absolute().Match(text) is { Success: true } match ? match.Groups["scheme"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(
        """
        ^(?![^\x00]*[\x00-\x1f\x7f])
        (?:
          (?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?:
            //(?:(?:[A-Za-z0-9._:~!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})*@)?
              (?:\[[0-9A-Fa-f:.]+(?:%25[A-Za-z0-9._~-]+)?\]|(?:[A-Za-z0-9._~!$&'()*+,;="<>-]|[\u0080-\uffff]|%[89A-Fa-f][0-9A-Fa-f])*)
              (?::[0-9]*)?
              (?:/(?:[^%?]|%[0-9A-Fa-f]{2})*)?
          | (?!//)(?:/(?:[^%?]|%[0-9A-Fa-f]{2})*|[^/?][^?]*)
          )
        | /(?:[^%?]|%[0-9A-Fa-f]{2})*
        )
        (?:\?[^\n]*)?\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Absolute();
}
