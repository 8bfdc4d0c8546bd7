namespace MeshStack.Preview.Changes;

/// <summary>An object or a Helm release that a change adds, changes, renames or removes.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Cluster">Its cluster.</param>
/// <param name="Object">Kind, namespace and name.</param>
/// <param name="Former">The same as it was before a rename; else null.</param>
/// <param name="Fields">What differs, by path.</param>
/// <param name="Source">The place of the definition that asks for it, or asked.</param>
internal sealed record ObjectChange(
    ObjectChangeKind Kind,
    string Cluster,
    string Object,
    string? Former,
    IReadOnlyList<FieldDifference> Fields,
    SourceLocation? Source
)
{
    /// <summary>Its API group; empty for the core group and releases.</summary>
    public string Group { get; init; } = "";

    /// <summary>True for a Helm release: its fields are the chart's version and values.</summary>
    public bool IsRelease { get; init; }
}
