using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Serialized args and options that a resource is registered with instead.</summary>
public readonly struct ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    public ImmutableDictionary<string, object?> Args { get; } = args;

    public ResourceOptions Options { get; } = options;
}
