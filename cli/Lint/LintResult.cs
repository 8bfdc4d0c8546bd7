namespace MeshStack.Cli.Lint;

/// <summary>What was checked, and what was found.</summary>
/// <param name="Istio">The minor version of Istio that objects are judged by.</param>
/// <param name="Files">How many files were read.</param>
/// <param name="Objects">How many objects stand in them.</param>
/// <param name="Findings">What was found, by file, line, place and rule.</param>
internal sealed record LintResult(string Istio, int Files, int Objects, IReadOnlyList<LintFinding> Findings)
{
    /// <summary>How many of the objects are of other kinds than Istio's, which nothing is known of.</summary>
    public int Unchecked { get; init; }
}
