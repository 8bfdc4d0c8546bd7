namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>A resource as the state knows it.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/resource_state.go.</remarks>
internal sealed record ResourceState
{
    public required string Urn { get; init; }

    public string Type => Engine.Urn.Type(Urn);

    /// <summary>False for a component, which no provider knows.</summary>
    public bool Custom { get; init; }

    public string? Id { get; init; }

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    public string? Parent { get; init; }

    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>Reference of the provider, <c>URN::ID</c>; null where the engine brings one of its own.</summary>
    public string? Provider { get; init; }

    public bool Protect { get; init; }

    public bool RetainOnDelete { get; init; }

    public string? DeletedWith { get; init; }

    /// <summary>True for what was read and belongs to somebody else.</summary>
    public bool External { get; init; }

    /// <summary>True for what was replaced and still has to be deleted.</summary>
    public bool Delete { get; init; }

    /// <summary>True for what was deleted to make room for its replacement, which is not there yet.</summary>
    public bool PendingReplacement { get; init; }

    /// <summary>What went wrong after the provider had made it.</summary>
    public string? InitError { get; init; }

    public bool IsProvider => Type.StartsWith("pulumi:providers:", StringComparison.Ordinal);

    public string Reference => $"{Urn}::{Id}";

    public string? ProviderUrn => Provider is { } reference ? UrnOf(reference) : null;

    /// <summary>The URNs of what it cannot be without.</summary>
    public IEnumerable<string> AllDependencies() => new[] { Parent, ProviderUrn, DeletedWith }.OfType<string>().Concat(Dependencies);

    /// <summary>The URN in a reference of a provider.</summary>
    public static string UrnOf(string reference) => reference[..reference.LastIndexOf("::", StringComparison.Ordinal)];
}
