namespace MeshStack.Preview.Upgrades;

/// <summary>A place that an upgrade note is about.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Object">The object or release; empty where it is the cluster as a whole.</param>
/// <param name="Path">The field, empty for the whole of it.</param>
/// <param name="Source">Where the object was read from, if it was read.</param>
/// <param name="IsCertain">False where the objects do not decide whether it is touched.</param>
internal sealed record NoteHit(string Cluster, string Object, string Path, SourceLocation? Source, bool IsCertain)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(' ', new[] { Cluster, Object, Path }.Where(part => part.Length > 0))
        + (Source is { } at ? FormattableString.Invariant($" ({at.File}:{at.Line})") : "");
}
