using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A value that stands in the stack's configuration under a key of its own, because it is secret or long.</summary>
/// <param name="Key">The key, without the project's namespace.</param>
/// <param name="Location">Where it is asked for.</param>
/// <param name="IsSecret">Whether it must be encrypted, or is.</param>
/// <param name="IsSet">Whether the configuration has it.</param>
public sealed record ConfigurationValue(string Key, SourceLocation Location, bool IsSecret, bool IsSet)
{
    /// <summary>The value, where the configuration shows it to whoever reads it.</summary>
    internal string? Shown { get; init; }

    /// <summary>The value as the configuration hides it: the same text is the same value.</summary>
    internal string? Sealed { get; init; }

    /// <summary>The value as a text of the plan: it comes later, and that it will be there is all that checks need to know.</summary>
    internal TextValue ToText() => ToLate();

    /// <summary>What stands for it in the plan.</summary>
    internal LateValue ToLate() => new($"config.{Key}") { IsSecret = IsSecret };
}
