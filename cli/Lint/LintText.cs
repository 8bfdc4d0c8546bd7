using MeshStack.Manifests;

namespace MeshStack.Cli.Lint;

/// <summary>A text to check.</summary>
/// <param name="Name">The name of its file in reports.</param>
/// <param name="IsAsked">Whether the command line names it, rather than a folder that it stands in.</param>
/// <param name="Text">The text; null where it cannot be read.</param>
/// <param name="Problems">Why it cannot be read.</param>
internal sealed record LintText(string Name, bool IsAsked, string? Text, IReadOnlyList<ManifestProblem> Problems);
