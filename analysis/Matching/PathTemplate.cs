using System.Text;

namespace MeshStack.Analysis.Matching;

/// <summary>Paths with <c>{*}</c> for one segment and <c>{**}</c> for any number of them.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation; which characters they take,
/// Envoy's uri_template_internal.cc.</remarks>
internal static class PathTemplate
{
    private const string One = "{*}";
    private const string Many = "{**}";
    private const string Segment = "a-zA-Z0-9._~%!$&'()+,;:@-";

    public static bool IsIn(string path) => path.Contains(One, StringComparison.Ordinal) || path.Contains(Many, StringComparison.Ordinal);

    // As Envoy's URI template does: one segment is not empty, many may be nothing at all.
    public static string ToExpression(string template)
    {
        StringBuilder expression = new();
        for (var rest = template; rest.Length > 0; )
        {
            var (taken, part) =
                rest.StartsWith(Many, StringComparison.Ordinal) ? (Many.Length, $"[/{Segment}]*")
                : rest.StartsWith(One, StringComparison.Ordinal) ? (One.Length, $"[{Segment}]+")
                : (1, char.IsAsciiLetterOrDigit(rest[0]) || rest[0] is '/' or '_' || !char.IsAscii(rest[0]) ? rest[..1] : $@"\{rest[0]}");
            expression.Append(part);
            rest = rest[taken..];
        }

        return expression.ToString();
    }
}
