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
);
