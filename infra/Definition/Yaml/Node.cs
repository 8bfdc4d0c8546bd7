using MeshStack.Manifests;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MeshStack.Infra.Definition.Yaml;

/// <summary>A YAML value with its file, line and path.</summary>
/// <param name="Value">The value.</param>
/// <param name="File">The file as messages name it.</param>
/// <param name="Path">Keys from the document's root, joined by dots; empty at the root.</param>
internal readonly record struct Node(YamlNode Value, string File, string Path)
{
    public SourceLocation Location => new(File, Math.Max(1, (int)Value.Start.Line));

    public bool IsMapping => Value is YamlMappingNode;

    /// <summary>The text of a scalar; null for null and for what is no scalar.</summary>
    public string? Text => Value is YamlScalarNode scalar && !IsNull(scalar) ? scalar.Value : null;

    public bool IsNullValue => Value is YamlScalarNode scalar && IsNull(scalar);

    /// <summary>Whether the scalar stands in quotes, so that <c>"8080"</c> is a text and no number.</summary>
    public bool IsQuoted => Value is YamlScalarNode { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted };

    /// <summary>What the value is, for messages.</summary>
    public string Describe() => Value switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        _ => IsNullValue ? "nothing" : $"'{Shorten(Text!)}'",
    };

    public Node Key(YamlNode value, string key) => new(value, File, Path.Length == 0 ? key : $"{Path}.{key}");

    public Node Item(YamlNode value, int index) => new(value, File, FormattableString.Invariant($"{Path}[{index}]"));

    private static bool IsNull(YamlScalarNode scalar)
        => scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null" or "Null" or "NULL" && scalar.Style == ScalarStyle.Plain;

    private static string Shorten(string text) => text.Length <= 60 ? text.ReplaceLineEndings(" ") : string.Concat(text.AsSpan(0, 57).ToString().ReplaceLineEndings(" "), "…");
}
