using System.Collections.Immutable;

namespace MeshStack.Rendering;

/// <summary>What the options of a resource say of its life.</summary>
/// <remarks>What a program leaves open is false or empty, as the engine takes it.</remarks>
public sealed record RecordedOptions
{
    /// <summary>Options that say nothing.</summary>
    public static RecordedOptions None { get; } = new();

    /// <summary>Whether the engine refuses to delete it.</summary>
    public bool Protect { get; init; }

    /// <summary>Whether the engine only forgets it where it would delete it.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>Whether a replacement comes after the deletion.</summary>
    public bool DeleteBeforeReplace { get; init; }

    /// <summary>The resource whose deletion takes this one along, or null.</summary>
    public ResourceId? DeletedWith { get; init; }

    /// <summary>Inputs whose changes the engine ignores.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Inputs whose changes replace it.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Outputs that are secret besides those that the provider says.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>How many former names, types or parents it goes by.</summary>
    public int Aliases { get; init; }
}
