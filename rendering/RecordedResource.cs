using System.Collections.Immutable;

namespace MeshStack.Rendering;

/// <summary>One resource that the program registered.</summary>
public sealed record RecordedResource
{
    /// <summary>Type token and resource name.</summary>
    public required ResourceId Id { get; init; }

    /// <summary>The cluster whose provider the resource uses, or null for a resource of no cluster.</summary>
    public string? Cluster { get; init; }

    /// <summary>The resource that it is a child of, or null for one right under the stack.</summary>
    public ResourceId? Parent { get; init; }

    /// <summary>The nearest component that it is part of, or null for a resource of none.</summary>
    public ResourceId? Component { get; init; }

    /// <summary>The places of a definition that ask for it, where files do: those of a component hold for what is in it.</summary>
    public ImmutableArray<SourceLocation> Sources { get; init; } = [];

    /// <summary>The resources that it names as its dependencies, sorted.</summary>
    public ImmutableArray<ResourceId> DependsOn { get; init; } = [];

    /// <summary>The resources whose outputs are among its inputs, sorted: an engine waits for them too.</summary>
    public ImmutableArray<ResourceId> InputsFrom { get; init; } = [];

    /// <summary>What its options say of its life.</summary>
    public RecordedOptions Options { get; init; } = RecordedOptions.None;

    /// <summary>Paths of the inputs that are secret, such as <c>stringData.tls.key</c>, sorted: a secret map or list is one path.</summary>
    public ImmutableArray<string> SecretInputs { get; init; } = [];

    /// <summary>The inputs as text, booleans, longs, doubles, nulls, lists and dictionaries in ordinal order; secrets are masked.</summary>
    public required IReadOnlyDictionary<string, object?> Inputs { get; init; }

    /// <summary>True for a component.</summary>
    public bool IsComponent { get; init; }

    /// <summary>True for an existing resource that is only read.</summary>
    public bool IsRead { get; init; }

    /// <summary>Id of the existing resource that is read, or null for a resource that is made.</summary>
    public string? ReadId { get; init; }

    /// <summary>The Kubernetes object, or null for a resource that is none.</summary>
    public Manifest? Manifest { get; init; }

    /// <summary>The Helm release, or null for a resource that is none.</summary>
    public HelmRelease? HelmRelease { get; init; }

    /// <summary>True for a component whose objects only a real provider can tell, such as a rendered Helm chart.</summary>
    public bool IsOpaque { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id.ToString();
}
