using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A stack's mesh, checked: what the environment is, and what runs on it.</summary>
public sealed record MeshDefinition
{
    private readonly ImmutableArray<Intent> _intents;

    /// <summary>Name of the stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The clusters as one mesh.</summary>
    public required MeshSettings Mesh { get; init; }

    /// <summary>What may leave the stack.</summary>
    public RemovalSettings Removed { get; init; } = new();

    /// <summary>Where the mesh is defined.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The clusters, by name.</summary>
    public required ImmutableArray<ClusterDefinition> Clusters { get; init; }

    /// <summary>The kinds that its intents may be of.</summary>
    public IntentKinds Kinds { get; init; } = IntentKinds.Standard;

    /// <summary>What is wanted of it: by the order of the kinds, then by name.</summary>
    public required ImmutableArray<Intent> Intents
    {
        get => _intents;
        init
        {
            _intents = value;
            Services = [.. value.OfType<Intent<InboundServiceIntent>>()];
            Accesses = [.. value.OfType<Intent<ClientAccessIntent>>()];
            Invariants = [.. value.OfType<Intent<InvariantsIntent>>().SelectMany(i => i.Args.Invariants)];
        }
    }

    /// <summary>Those of the intents that are services, which callers may be let in to.</summary>
    public ImmutableArray<Intent<InboundServiceIntent>> Services { get; private init; }

    /// <summary>Those of the intents that let callers in.</summary>
    public ImmutableArray<Intent<ClientAccessIntent>> Accesses { get; private init; }

    /// <summary>What must hold of who may call whom, in the order of the files.</summary>
    public ImmutableArray<Invariant> Invariants { get; private init; }

    /// <summary>What is questionable, but can be made.</summary>
    public required ImmutableArray<DefinitionProblem> Warnings { get; init; }

    /// <summary>Configuration keys that values come from, such as certificates.</summary>
    public required ImmutableArray<ConfigurationValue> Values { get; init; }

    /// <summary>Inputs of the mesh that take one of those values when the program runs.</summary>
    internal ImmutableArray<ConfiguredInput> Late { get; init; } = [];

    /// <summary>The platform that the stack of a team is on; null where it has clusters of its own.</summary>
    public PlatformSettings? Platform { get; init; }

    /// <summary>The definitions of all stacks of the platform as one; null where the stack shares its clusters with no other.</summary>
    public MeshDefinition? Joined { get; init; }

    /// <summary>The definition that shows who may call whom: of all stacks of the platform, where there are several.</summary>
    public MeshDefinition Whole => Joined ?? this;

    /// <summary>The other stacks of the platform, by name.</summary>
    public IReadOnlyList<string> OtherStacks { get; init; } = [];

    /// <summary>The definition with a further intent.</summary>
    public MeshDefinition Adding(Intent intent) => this with { Intents = Kinds.Sorted(Intents.Add(intent)) };

    /// <summary>The definition with one intent in place of another.</summary>
    public MeshDefinition Replacing(Intent intent, Intent by) => this with { Intents = Kinds.Sorted(Intents.Replace(intent, by)) };
}
