using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>Paths such as <c>spec.http[0].route</c> and <c>metadata.labels["app.kubernetes.io/name"]</c>.</summary>
internal static partial class FieldPath
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(".:[]/ ");

    /// <summary>The path of a key below another path; a key with separators in it is quoted.</summary>
    public static string Append(string path, string key)
    {
        if (key.Length == 0 || key.AsSpan().IndexOfAny(Separators) >= 0)
        {
            return $"{path}[\"{key}\"]";
        }

        return path.Length > 0 ? $"{path}.{key}" : key;
    }

    /// <summary>The path of an item below another path.</summary>
    public static string Append(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    /// <summary>The keys of a path in order, null for an item, which may be written with its number or as <c>[]</c>.</summary>
    public static IReadOnlyList<string?> Segments(string path) =>
        [.. Segment().Matches(path).Select(match => match.Groups["key"].Success ? match.Groups["key"].Value : null)];

    [GeneratedRegex(@"\[""(?<key>[^""]*)""\]|\[[0-9]*\]|(?<key>[^.\[\]]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Segment();
}
