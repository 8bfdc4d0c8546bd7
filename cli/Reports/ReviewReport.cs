using MeshStack.Cli.Reports.Documents;
using MeshStack.Cli.Review;

namespace MeshStack.Cli.Reports;

/// <summary>A review in any of its forms.</summary>
internal static class ReviewReport
{
    /// <summary>Writes it in a form.</summary>
    public static void Write(string form, IReadOnlyList<StackReview> reviews, ReviewBase before, TextWriter output)
    {
        switch (form)
        {
            case "json":
                ReportJson.Write(ReviewDocument.From(reviews, before.Revision), ReportJson.Formed.ReviewDocument, output);
                break;
            case "sarif":
                ReportJson.Write(SarifDocument.From(reviews, before.InRepository), ReportJson.Formed.SarifDocument, output);
                break;
            case "markdown":
                output.Write(new ReviewMarkdownReport(reviews, before.Revision).Comment());
                break;
            default:
                ReviewTextReport.Write(reviews, before.Revision, output);
                break;
        }
    }
}
