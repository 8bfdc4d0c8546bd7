namespace MeshStack.Definition.Istio;

/// <summary>The keys of a match on a text.</summary>
internal interface IStringMatchKeys
{
    /// <summary>The whole text.</summary>
    [Key("the whole text", Name = "exact", Default = "none")]
    public string? ExactValue { get; }

    /// <summary>How it begins.</summary>
    [Key("how it begins", Name = "prefix", Default = "none")]
    public string? PrefixValue { get; }

    /// <summary>An expression for the whole text.</summary>
    [Key("an RE2 expression for the whole text", Name = "regex", Default = "none")]
    public string? RegexValue { get; }
}

internal sealed partial record StringMatch : IStringMatchKeys;
