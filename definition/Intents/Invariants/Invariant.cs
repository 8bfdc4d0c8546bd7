using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Something that must hold of who may call whom, whatever the intents say.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Where">Its list and place in it.</param>
/// <param name="From">The callers.</param>
/// <param name="To">The services.</param>
/// <param name="Method">The method; null for any.</param>
/// <param name="Path">The path, for never a pattern as in a ClientAccess; null for any.</param>
public sealed record Invariant(
    InvariantKind Kind,
    SourceLocation Location,
    string Where,
    IReadOnlyList<CallerPattern> From,
    TargetPattern To,
    string? Method,
    string? Path
)
{
    /// <summary>For routedBy the namespaces whose objects may route.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>For neverReaches the number of calls one after the other; null for any.</summary>
    public int? Within { get; init; }

    /// <summary>For neverReaches the callers through whom a way does not count.</summary>
    public IReadOnlyList<CallerPattern> Except { get; init; } = [];

    /// <summary>The key of its list.</summary>
    public string Key => KeyOf(Kind);

    internal static string KeyOf(InvariantKind kind) => kind.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
