using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition.Planning;

/// <summary>One resource as it will be registered: pure data, the same for whoever renders, proves or registers it.</summary>
/// <param name="Key">Its type token and logical name.</param>
public sealed record PlannedResource(ResourceId Key)
{
    /// <summary>Logical names that it had before something was renamed, by which the state of a stack may know it.</summary>
    public ImmutableArray<string> FormerNames { get; init; } = [];

    /// <summary>The component that it is a child of; null for one right under the stack.</summary>
    public ResourceId? Parent { get; init; }

    /// <summary>The cluster whose provider makes it; null for a resource of no cluster.</summary>
    public string? Cluster { get; init; }

    /// <summary>What has to be there first, besides what its late values come from.</summary>
    public ImmutableArray<ResourceId> After { get; init; } = [];

    /// <summary>Whether it is a component, which only holds others.</summary>
    public bool IsComponent { get; init; }

    /// <summary>The places that ask for it, by file and line: those of a component hold for what is in it.</summary>
    public ImmutableArray<SourceLocation> Sources { get; init; } = [];

    /// <summary>Whether the engine refuses to delete it.</summary>
    public bool Protect { get; init; }

    /// <summary>Whether it stays in its cluster when it is not asked for any more.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>Inputs that keep the value they were made with.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Outputs that nobody may see.</summary>
    public ImmutableArray<string> SecretOutputs { get; init; } = [];

    /// <summary>Id of the existing object that is only read; null for one that is made.</summary>
    public string? ReadId { get; init; }

    /// <summary>The release that makes what is read: the read comes once its id is known; null where it is there already.</summary>
    public ResourceId? ReadAfter { get; init; }

    /// <summary>Values that come out of it, by the name of the output.</summary>
    public ImmutableSortedDictionary<string, LateValue> Provides { get; init; } = Empty.Map<LateValue>();

    /// <summary>What a component says of itself.</summary>
    public IReadOnlyDictionary<string, object?> Outputs { get; init; } = Empty.Map<object?>();

    /// <summary>
    /// Inputs by their names on the wire, in ordinal order: texts, booleans, numbers, lists, maps, and <see cref="TextValue"/> where a text
    /// may
    /// depend on a deployment. No nulls.
    /// </summary>
    public IReadOnlyDictionary<string, object> Inputs { get; init; } = Empty.Map<object>();

    /// <summary>A resource of a name that may have been another.</summary>
    internal static PlannedResource Of(string type, LogicalName name) => new(new ResourceId(type, name.Text)) { FormerNames = name.Former };
}
