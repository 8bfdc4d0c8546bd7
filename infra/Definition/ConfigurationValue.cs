using MeshStack.Manifests;

namespace MeshStack.Infra.Definition;

/// <summary>A value that stands in the stack's configuration under a key of its own, because it is secret or long.</summary>
/// <param name="Key">The key, without the project's namespace.</param>
/// <param name="Location">Where it is asked for.</param>
/// <param name="IsSecret">Whether it must be encrypted, or is.</param>
/// <param name="IsSet">Whether the configuration has it.</param>
public sealed record ConfigurationValue(string Key, SourceLocation Location, bool IsSecret, bool IsSet);
