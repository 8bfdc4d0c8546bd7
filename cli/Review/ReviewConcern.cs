using MeshStack.Cli.Reports;
using MeshStack.Manifests;

namespace MeshStack.Cli.Review;

/// <summary>A finding, or a warning of the definition.</summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Text">What is wrong, with its place.</param>
/// <param name="Key">The same wherever it stands in its file, by which it is known again.</param>
/// <param name="Finding">The finding; null for a warning of the definition.</param>
internal sealed record ReviewConcern(Severity Severity, string Text, string Key, Finding? Finding)
{
    public static ReviewConcern Of(Finding finding) =>
        new(finding.Severity, FindingText.Of(finding), FindingText.Of(finding with { Source = null }), finding);

    public static ReviewConcern Of(DefinitionProblem warning) =>
        new(Severity.Warning, warning.ToString(), $"{warning.At.File}: {warning.Path}: {warning.Message}", null);
}
