using MeshStack.Cli.Commands;
using MeshStack.Cli.Review;

namespace MeshStack.Cli.Reports;

/// <summary>A review for people at a terminal.</summary>
internal static class ReviewTextReport
{
    public static void Write(IReadOnlyList<StackReview> reviews, string revision, TextWriter output)
    {
        if (reviews.All(review => review.IsSame))
        {
            output.Write($"{Same(reviews)} since {revision}\n");
            return;
        }

        ReviewSection[] sections = [.. reviews.Select(review => new ReviewSection(review))];
        foreach (var section in sections)
        {
            output.Write($"{section.Stack}: {section.Verdict}\n");
            foreach (var line in section.Access)
            {
                output.Write(PlainWriter.Line($"  {line.Change}{(line.Where.Length == 0 ? "" : $"  {line.Where}")}") + "\n");
            }

            foreach (var line in section.Owners(PlainWriter.Line).Concat(section.Concerns))
            {
                output.Write($"  {line}\n");
            }
        }

        foreach (var section in sections)
        {
            Changed(section, "objects", section.Objects, areReleases: false, output);
            Changed(section, "Helm releases and values", section.Releases, areReleases: true, output);
        }
    }

    /// <summary>That nothing changes.</summary>
    public static string Same(IReadOnlyList<StackReview> reviews) =>
        reviews.Count == 0
            ? "there is no stack"
            : PlainWriter.Line($"nothing changes in {string.Join(", ", reviews.Select(review => review.Stack))}");

    private static void Changed(ReviewSection section, string what, string summary, bool areReleases, TextWriter output)
    {
        if (summary.Length == 0)
        {
            return;
        }

        output.Write($"\n{section.Stack}, {what}: {summary}\n");
        foreach (var line in section.Changed(areReleases))
        {
            output.Write($"  {line}\n");
        }
    }
}
