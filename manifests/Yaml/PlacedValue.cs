namespace MeshStack.Manifests;

/// <summary>A YAML value with its file and its path.</summary>
/// <param name="Value">The value.</param>
/// <param name="File">The file as messages name it.</param>
/// <param name="Path">Keys from the document's root, joined by dots; empty at the root.</param>
internal readonly record struct PlacedValue(YamlValue Value, string File, string Path)
{
    public SourceLocation Location => new(File, Math.Max(1, Value.Line));

    public bool IsMapping => Value is YamlMap;

    /// <summary>The text of a scalar; null for null and for what is no scalar.</summary>
    public string? Text => Value is YamlScalar { IsNull: false } scalar ? scalar.Text : null;

    public bool IsNullValue => Value is YamlScalar { IsNull: true };

    /// <summary>Whether the text stands in quotes, so that <c>"8080"</c> is a text and no number.</summary>
    public bool IsQuoted => Value is YamlScalar { IsQuoted: true };

    /// <summary>What the value is, for messages.</summary>
    public string Describe() =>
        Value switch
        {
            YamlMap => "a mapping",
            YamlList => "a list",
            _ => IsNullValue ? "nothing" : $"'{Shorten(Text!)}'",
        };

    public PlacedValue Key(YamlValue value, string key) => new(value, File, Path.Length == 0 ? key : $"{Path}.{key}");

    public PlacedValue Item(YamlValue value, int index) => new(value, File, FormattableString.Invariant($"{Path}[{index}]"));

    private static string Shorten(string text) =>
        text.Length <= 60 ? text.ReplaceLineEndings(" ") : string.Concat(text.AsSpan(0, 57).ToString().ReplaceLineEndings(" "), "…");
}
