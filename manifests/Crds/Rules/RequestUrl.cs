using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>URLs as isURL and url of the Common Expression Language take them: absolute, or a path that begins with a slash.</summary>
/// <remarks>
/// Source: https://pkg.go.dev/net/url, by which Kubernetes reads them (ParseRequestURI, then Parse). Newer releases of Go refuse more
/// hosts:
/// several colons, which are refused here as well, and brackets around what is no address, which are taken.
/// </remarks>
internal static partial class RequestUrl
{
    private const string Escape = "%[0-9A-Fa-f]{2}";
    private const string Path = $"(?:[^%?#]|{Escape})*";
    private const string InHost = """(?:[A-Za-z0-9._~!$&'()*+,;="<>\[\]\u0080-\uffff-]|%25|%[89A-Fa-f][0-9A-Fa-f])""";
    private const string User = $"(?:(?:[A-Za-z0-9._:~!$&'()*+,;=@-]|{Escape})*@)?";
    private const string Host = $"""(?:\[(?:{InHost}|:|{Escape})*\]|(?!\[){InHost}*)(?::[0-9]*)?""";
    private const string Authority = $"//{User}{Host}";

    /// <summary>The scheme in lower case, empty for a path, or null where the text is no URL.</summary>
    public static string? Scheme(string text) =>
        Url().Match(text) is { Success: true } match ? match.Groups["scheme"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(
        $"""
            ^(?![^\x00]*[\x00-\x1f\x7f])
            (?:
              (?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?:{Authority}(?:/{Path}|(?![#]))|(?!//)/{Path}|(?:[^/?#][^?#]*)?)
            | ///{Path}
            | {Authority}(?:/{Path})?
            | (?!//)/{Path}
            | \*\z
            )
            (?:\?[^#]*)?(?:\#(?:[^%]|{Escape})*)?\z
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Url();
}
