namespace MeshStack.Definition;

/// <summary>Something that an Istio which is there already has to have, because nothing here gives it that.</summary>
/// <param name="Text">What it has to have, as the end of a sentence.</param>
internal sealed record ExistingRequirement(string Text)
{
    /// <summary>Where in its mesh configuration that stands; null where it stands elsewhere.</summary>
    public string? MeshConfigKey { get; init; }

    /// <summary>What is wrong with what its mesh configuration says there; null where nothing is.</summary>
    public Func<object?, string?> Refuse { get; init; } = _ => null;
}
