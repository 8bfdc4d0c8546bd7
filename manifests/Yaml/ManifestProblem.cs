namespace MeshStack.Manifests;

/// <summary>One reason why a text is not a file of manifests.</summary>
public sealed record ManifestProblem(SourceLocation Location, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Location}: {Message}";
}
