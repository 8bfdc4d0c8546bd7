namespace MeshStack.Analysis.Config.Objects;

/// <summary>The shape that a field's value has to have.</summary>
internal enum ManifestShape
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list of objects.</summary>
    Objects,

    /// <summary>An object.</summary>
    Object,
}
