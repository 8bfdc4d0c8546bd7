using System.Text;

namespace MeshStack.Manifests;

/// <summary>Regular expressions of RE2, as Envoy takes them.</summary>
/// <remarks>Source: https://github.com/google/re2/wiki/Syntax.</remarks>
internal static class RegularExpression
{
    public const int LongestPattern = 1024;

    private static readonly BoundedCache<string, string?> Judged = new();

    /// <summary>Why the text is no such expression, or null where it is one.</summary>
    public static string? WhyNot(string pattern)
    {
        if (Placeholder.IsIn(pattern))
        {
            return null;
        }

        if (pattern.Length == 0)
        {
            return "it is empty";
        }

        return Encoding.UTF8.GetByteCount(pattern) is > LongestPattern and var bytes
            ? $"it has {bytes} bytes, at most {LongestPattern} are allowed"
            : WhyNotSyntax(pattern);
    }

    /// <summary>The same for an expression that may be of any length.</summary>
    public static string? WhyNotSyntax(string pattern) => Judged.Of(pattern, Re2Syntax.WhyNot);
}
