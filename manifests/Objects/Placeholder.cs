using System.Text;
using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>The texts that stand for what only a real run can know, such as <c>${east.eastWestGateway.address}</c>. Nothing else knows
/// their form.</summary>
internal static partial class Placeholder
{
    private const string Start = "${";
    private const char End = '}';

    /// <summary>The text for a name; parts that are null are left out.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder(Start);
        foreach (var part in parts)
        {
            if (part is not null)
            {
                text.Append(text.Length == Start.Length ? "" : ".").Append(part);
            }
        }

        return text.Append(End).ToString();
    }

    /// <summary>The same for a value that the program will decode.</summary>
    public static string Base64(params ReadOnlySpan<string?> parts) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Of(parts)));

    /// <summary>Whether a text holds a placeholder, so that nothing can be said about its form.</summary>
    public static bool IsIn(string text) => text.Contains(Start, StringComparison.Ordinal);

    /// <summary>Whether a text begins with a placeholder.</summary>
    public static bool Begins(string text) => text.StartsWith(Start, StringComparison.Ordinal);

    /// <summary>The placeholders in a text whose names have parts; <c>${HOME}</c> in somebody's script is none.</summary>
    public static IEnumerable<string> In(string text) => IsIn(text) ? Named().Matches(text).Select(match => match.Value) : [];

    /// <summary>The name within a text that is one placeholder and nothing else, or null.</summary>
    public static string? NameIn(string text) =>
        Begins(text) && text.IndexOf(End, StringComparison.Ordinal) == text.Length - 1 ? text[Start.Length..^1] : null;

    [GeneratedRegex(@"\$\{[^{}\s.]+\.[^{}\s]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
