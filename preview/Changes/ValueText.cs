using System.Globalization;

namespace MeshStack.Preview.Changes;

/// <summary>A value of a field as a reader sees it: plain where nobody could take it for something else, JSON otherwise.</summary>
internal static class ValueText
{
    private static readonly string[] Words = ["true", "false", "null"];

    /// <summary>The value; what is secret in it is hidden.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isSecret">True where it is secret by its name.</param>
    public static string Of(object? value, bool isSecret) =>
        SecretFields.Masked(value, isSecret) switch
        {
            string text when text == SecretMask.Text || IsPlain(text) => text,
            var masked => ValueJson.Of(masked),
        };

    private static bool IsPlain(string text) =>
        text.Length > 0
        && !text.Contains('\n', StringComparison.Ordinal)
        && text[0] is not ('"' or '[' or '{')
        && text.Trim().Length == text.Length
        && !Words.Contains(text)
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
