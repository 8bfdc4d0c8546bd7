namespace MeshStack.Manifests;

/// <summary>A place in a file of manifests; lines count from 1.</summary>
public sealed record SourceLocation(string File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}");
}
