using MeshStack.Analysis.Topology;
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
    public static ReviewConcern Of(Finding finding)
    {
        // The proof goes on without it; whoever applies the change does not.
        var given =
            finding.Code == ReadingCodes.ObjectRefused
                ? finding with
                {
                    Severity = Severity.Error,
                    Message = $"{finding.Message}; the change does not apply, and what is in the cluster stays as it was",
                }
                : finding;
        return new(given.Severity, FindingText.Of(given), FindingText.Of(given with { Source = null }), given);
    }

    public static ReviewConcern Of(DefinitionProblem warning) =>
        new(Severity.Warning, warning.ToString(), $"{warning.At.File}: {warning.Path}: {warning.Message}", null);
}
