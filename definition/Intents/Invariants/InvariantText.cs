using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>An invariant as its document has it, its callers and services still texts.</summary>
internal sealed record InvariantText(
    InvariantKind Kind,
    SourceLocation Location,
    string Where,
    InvariantsDocument Document,
    IReadOnlyList<(string Path, string Text)> From,
    string To,
    string? Method,
    string? Path
)
{
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    public int? Within { get; init; }

    public IReadOnlyList<(string Path, string Text)> Except { get; init; } = [];
}
