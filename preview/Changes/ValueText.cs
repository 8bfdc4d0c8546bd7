using System.Globalization;

namespace MeshStack.Preview.Changes;

/// <summary>A value of a field as a reader sees it: plain where nobody could take it for something else, JSON otherwise.</summary>
internal static class ValueText
{
    private static readonly string[] Words = ["true", "false", "null"];

    /// <summary>The value; what looks like a secret in it is hidden.</summary>
    public static string Of(object? value) => SecretText.Hidden(value is string text && IsPlain(text) ? text : ValueJson.Of(value));

    private static bool IsPlain(string text) =>
        text.Length > 0
        && !text.Contains('\n', StringComparison.Ordinal)
        && text[0] is not ('"' or '[' or '{')
        && text.Trim().Length == text.Length
        && !Words.Contains(text)
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
