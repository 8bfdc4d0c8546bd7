using YamlDotNet.Core;

namespace MeshStack.Manifests;

/// <summary>A text, in quotes or without; what it stands for is the reader's to say.</summary>
internal sealed class YamlScalar(string text, ScalarStyle style, string? tag, int line, int column) : YamlValue(line, column)
{
    /// <summary>An empty text that stands nowhere.</summary>
    public static YamlScalar Nowhere { get; } = new("", ScalarStyle.Any, null, 0, 0);

    public string Text { get; } = text;

    /// <summary>The tag as written or as its handle stands for; null without one.</summary>
    public string? Tag { get; } = tag;

    public bool IsPlain => style == ScalarStyle.Plain;

    /// <summary>Whether the text stands in quotes, so that <c>"8080"</c> is a text and no number.</summary>
    public bool IsQuoted => style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;

    public bool IsNull => IsPlain && ScalarResolver.IsNull(Text);

    /// <summary>Whether it stands, as a key, for the entries of its value.</summary>
    public bool IsMergeKey => IsPlain && Text == "<<";

    public override int Height => 0;

    public override long Size => 1;

    public override bool IsSameAs(YamlValue other) => other is YamlScalar scalar && scalar.Text == Text && scalar.Tag == Tag;
}
