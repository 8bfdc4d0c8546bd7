namespace MeshStack.Manifests;

/// <summary>One verdict about one place of one object.</summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Code">The rule's name.</param>
/// <param name="Cluster">The object's cluster.</param>
/// <param name="Object">The object as kind, namespace and name.</param>
/// <param name="Path">The place within the object, empty for the whole of it.</param>
/// <param name="Message">What is wrong, what was given and what is allowed.</param>
/// <param name="Source">The file and line that the object was read from, if it was read.</param>
public sealed record Finding(
    Severity Severity,
    string Code,
    string Cluster,
    string Object,
    string Path,
    string Message,
    SourceLocation? Source
)
{
    /// <summary>The order of reports: by cluster, object, path, code and message, ordinal; the same finding of two files by file and
    /// line.</summary>
    public static IComparer<Finding> Order { get; } = new FindingOrder();
}
