using System.Globalization;

namespace MeshStack.Manifests;

/// <summary>Values and names as messages show them.</summary>
internal static class Described
{
    private const int LongestText = 100;

    public static string Value(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{(text.Length <= LongestText ? text : text[..LongestText] + "…")}\"",
            bool flag => flag ? "true" : "false",
            IReadOnlyList<object?> => "a list",
            IReadOnlyDictionary<string, object?> => "an object",
            _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        };

    /// <summary>What a value is, where its content does not matter: a text may be a secret that was typed in the wrong place.</summary>
    public static string Kind(object? value) => value is string ? "a text" : Value(value);

    /// <summary>Names as "a, b and c".</summary>
    public static string List(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
