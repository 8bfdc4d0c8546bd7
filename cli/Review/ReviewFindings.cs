using MeshStack.Cli.Lint;
using MeshStack.Cli.Reports;
using MeshStack.Manifests;

namespace MeshStack.Cli.Review;

/// <summary>What a review says at lines of files.</summary>
internal static class ReviewFindings
{
    public static IEnumerable<LintFinding> Of(StackReview review)
    {
        var whole =
            review.After?.Stack?.Definition.Location
            ?? new SourceLocation(review.IsOfFolder ? review.Stack : $"Pulumi.{review.Stack}.yaml", 1);
        return
        [
            .. review.Errors.Select(error => new LintFinding(
                PreviewRules.Of("definition-error"),
                Severity.Error,
                error.File is { } file ? new SourceLocation(file, error.Line ?? 1) : whole,
                null,
                error.Path ?? "",
                error.Message
            )),
            .. review
                .Concerns.Select(concern => concern.Finding)
                .OfType<Finding>()
                .Select(finding => new LintFinding(
                    PreviewRules.Of(finding.Code),
                    finding.Severity,
                    finding.Source ?? whole,
                    $"{finding.Cluster} {finding.Object}",
                    finding.Path,
                    finding.Message
                )),
            .. review
                .Lines.Where(line => !line.Change.IsLoss)
                .Select(line => new LintFinding(
                    PreviewRules.Of("review-access"),
                    Severity.Info,
                    // A line that is gone can be shown at none.
                    line.At
                        is { } at
                    && !line.IsBefore
                        ? at
                        : whole,
                    null,
                    "",
                    $"{review.Stack}: {line.Change}{(line.IsBefore ? $" ({line.Where})" : "")}"
                )),
        ];
    }
}
