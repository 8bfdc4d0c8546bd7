using System.Buffers;

namespace MeshStack.Analysis.Sets.Rendering;

/// <summary>Writes matches so that they cannot be taken for others.</summary>
internal static class TextPattern
{
    private static readonly SearchValues<char> Special = SearchValues.Create("*{}, ()\"\\|");

    public static string Exact(string text) =>
        text.Length == 0 || text.AsSpan().ContainsAny(Special) || text.Any(char.IsControl) || text is "everything" or "nothing" or "absent"
            ? Quote(text)
            : text;

    public static string Prefix(string text) => text.Length == 0 ? "everything" : Exact(text) + "*";

    public static string Suffix(string text) => text.Length == 0 ? "everything" : "*" + Exact(text);

    private static string Quote(string text) => $"\"{string.Concat(text.Select(Escape))}\"";

    private static string Escape(char character) =>
        character is '"' or '\\' ? $"\\{character}"
        : char.IsControl(character) ? $"\\u{(int)character:x4}"
        : character.ToString();
}
