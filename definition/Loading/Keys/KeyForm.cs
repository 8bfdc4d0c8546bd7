namespace MeshStack.Definition;

/// <summary>What stands at a key.</summary>
internal enum KeyForm
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A duration with a unit.</summary>
    Duration,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A number.</summary>
    Real,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>The name of another part of the definition.</summary>
    Reference,

    /// <summary>A list of the names of other parts of the definition.</summary>
    References,

    /// <summary>A text, or the configuration key that holds it.</summary>
    Configurable,

    /// <summary>The configuration key that holds the text.</summary>
    Configured,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list of whole numbers.</summary>
    Numbers,

    /// <summary>Texts by name.</summary>
    TextMap,

    /// <summary>Anything by name: somebody else knows what.</summary>
    Values,

    /// <summary>A mapping with keys of its own.</summary>
    Mapping,

    /// <summary>A list of such mappings.</summary>
    Mappings,

    /// <summary>Such mappings by name.</summary>
    Map,
}
