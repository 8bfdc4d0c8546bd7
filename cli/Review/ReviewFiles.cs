using System.Text;
using MeshStack.Cli.Commands;
using MeshStack.Cli.Reports;

namespace MeshStack.Cli.Review;

/// <summary>A review in every form, in a folder.</summary>
internal static class ReviewFiles
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string folder, IReadOnlyList<StackReview> reviews, ReviewBase before)
    {
        var markdown = new ReviewMarkdownReport(reviews, before.Revision);
        Directory.CreateDirectory(folder);
        File(folder, "comment.md", output => output.Write(markdown.Comment()));
        File(folder, "review.md", output => output.Write(markdown.Whole()));
        File(folder, "review.json", output => ReviewReport.Write("json", reviews, before, output));
        File(folder, "review.sarif", output => ReviewReport.Write("sarif", reviews, before, output));
    }

    private static void File(string folder, string name, Action<TextWriter> write)
    {
        using var file = new StreamWriter(Path.Combine(folder, name), append: false, Plain);
        using var output = new PlainWriter(file);
        write(output);
    }
}
