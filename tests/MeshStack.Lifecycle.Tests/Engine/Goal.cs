namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>What a program asks for: that a resource be so.</summary>
internal sealed record Goal
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public bool Custom { get; init; }

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    /// <summary>URN of the parent.</summary>
    public string? Parent { get; init; }

    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>Reference of the provider.</summary>
    public string? Provider { get; init; }

    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    public bool? DeleteBeforeReplace { get; init; }

    public string? DeletedWith { get; init; }

    public ImmutableArray<AliasSpec> Aliases { get; init; } = [];

    /// <summary>Names of inputs whose changes count for nothing.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>The id, where the resource is only read.</summary>
    public string? ReadId { get; init; }
}

/// <summary>A former name of a resource; what is left out is as it is now.</summary>
internal sealed record AliasSpec(
    string? Urn = null,
    string? Name = null,
    string? Type = null,
    string? ParentUrn = null,
    bool NoParent = false
);

/// <summary>What the engine answers.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Id">Its id; null for a component, and while a preview cannot know it.</param>
/// <param name="Outputs">Its outputs: the state's, where nothing was done.</param>
internal sealed record RegisterResult(string Urn, string? Id, PropertyMap Outputs);
