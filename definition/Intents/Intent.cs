using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>One document of the mesh folder, whatever its kind.</summary>
/// <param name="Name">Its name; empty where its kind has none.</param>
/// <param name="Location">File and line of the document.</param>
public abstract record Intent(string Name, SourceLocation Location)
{
    /// <summary>The service that an access is for; the intent's own name otherwise.</summary>
    public string Service { get; init; } = Name;

    /// <summary>The stack that it is in; null where it is in no files.</summary>
    public string? Stack { get; init; }

    /// <summary>Who answers for it; null where it does not say.</summary>
    public string? Owner { get; init; }

    /// <summary>What it is for; null where it does not say.</summary>
    public string? Description { get; init; }
}
