using System.Collections;
using System.Globalization;

namespace MeshStack.Rendering.Folders;

/// <summary>A text of an object or of a chart's values that somebody has to fill in before it is applied.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Text">What stands there: a mask, or the name of a value that only the clusters or the configuration know.</param>
internal sealed record OpenValue(string Path, string Text)
{
    /// <summary>Whether nothing is known of the value but that it is secret.</summary>
    public bool IsMasked => Text.Contains(SecretMask.Text, StringComparison.Ordinal);

    /// <summary>The names in the text, such as <c>${cluster02.eastWestGateway.address}</c>.</summary>
    public IEnumerable<string> Names => Placeholder.In(Text).Distinct(StringComparer.Ordinal);

    /// <summary>The texts of a tree that have to be filled in, in the order of their paths.</summary>
    public static IEnumerable<OpenValue> In(object? tree) => In("", tree);

    private static IEnumerable<OpenValue> In(string path, object? value) =>
        value switch
        {
            string text => text.Contains(SecretMask.Text, StringComparison.Ordinal) || Placeholder.In(text).Any() ? [new(path, text)] : [],
            IReadOnlyDictionary<string, object?> map => map.SelectMany(entry =>
                In(path, (object)entry.Key).Concat(In(path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", entry.Value))
            ),
            IEnumerable list => list.Cast<object?>()
                .SelectMany((item, index) => In(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), item)),
            _ => [],
        };
}
