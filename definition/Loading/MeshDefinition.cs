using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A stack's mesh, checked: what the environment is, and what runs on it.</summary>
public sealed record MeshDefinition
{
    /// <summary>Name of the stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The clusters as one mesh.</summary>
    public required MeshSettings Mesh { get; init; }

    /// <summary>Where the mesh is defined.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The clusters, by name.</summary>
    public required ImmutableArray<ClusterDefinition> Clusters { get; init; }

    /// <summary>The services that callers may be let in to, by name.</summary>
    public required ImmutableArray<Intent<InboundServiceIntent>> Services { get; init; }

    /// <summary>The callers, by name.</summary>
    public required ImmutableArray<Intent<ClientAccessIntent>> Accesses { get; init; }

    /// <summary>What must hold of who may call whom, in the order of the files.</summary>
    public ImmutableArray<Invariant> Invariants { get; init; } = [];

    /// <summary>What is questionable, but can be made.</summary>
    public required ImmutableArray<DefinitionProblem> Warnings { get; init; }

    /// <summary>Configuration keys that values come from, such as certificates.</summary>
    public required ImmutableArray<ConfigurationValue> Values { get; init; }

    /// <summary>Inputs of the mesh that take one of those values when the program runs.</summary>
    internal ImmutableArray<ConfiguredInput> Late { get; init; } = [];
}
