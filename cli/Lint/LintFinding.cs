using MeshStack.Manifests;

namespace MeshStack.Cli.Lint;

/// <summary>Something that is wrong at a place of a file.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Severity">How much it weighs here.</param>
/// <param name="At">The file and line.</param>
/// <param name="Object">The object as kind, namespace and name; null where there is none.</param>
/// <param name="Path">The place within the object, empty for the whole of it.</param>
/// <param name="Message">What is wrong, what was given and what is allowed.</param>
internal sealed record LintFinding(FindingRule Rule, Severity Severity, SourceLocation At, string? Object, string Path, string Message);
