using System.Text;

namespace MeshStack.Analysis.Access;

/// <summary>Paths with <c>{*}</c> for one segment and <c>{**}</c> for any number of them.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation.</remarks>
internal static class PathTemplate
{
    private const string One = "{*}";
    private const string Many = "{**}";

    public static bool IsIn(string path) => path.Contains(One, StringComparison.Ordinal) || path.Contains(Many, StringComparison.Ordinal);

    // As Envoy's URI template does: one segment is not empty, many may be nothing at all.
    public static string ToExpression(string template)
    {
        StringBuilder expression = new();
        foreach (var (index, segment) in template.Split('/').Index())
        {
            expression.Append(index == 0 ? "" : "/").Append(segment switch
            {
                One => "[^/]+",
                Many => ".*",
                _ => RegexMatch.Escape(segment),
            });
        }

        return expression.ToString();
    }
}
