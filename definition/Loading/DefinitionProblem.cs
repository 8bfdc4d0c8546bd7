using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Something that is wrong with a definition.</summary>
/// <param name="At">File and line.</param>
/// <param name="Path">Keys from the document's root; empty for the document.</param>
/// <param name="Message">What was given, what is allowed, and the nearest right spelling.</param>
/// <param name="Severity">Whether anything can be made of the definition.</param>
public sealed record DefinitionProblem(SourceLocation At, string Path, string Message, ProblemSeverity Severity)
{
    /// <summary>One line: <c>FILE:LINE: PATH: MESSAGE</c>.</summary>
    public override string ToString() => $"{At.File}:{At.Line}: {(Path.Length == 0 ? "" : Path + ": ")}{Message}";
}
