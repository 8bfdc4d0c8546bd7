namespace MeshStack.Definition;

/// <summary>Something that refers to a revision which is not there.</summary>
/// <param name="Kind"><c>Namespace</c> or <c>Tag</c>.</param>
/// <param name="Name">Name of the namespace or tag.</param>
/// <param name="Reference">The revision or tag that it names.</param>
internal sealed record RevisionReference(string Kind, string Name, string Reference);
