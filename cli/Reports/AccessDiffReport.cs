using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Model;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>The access that a change gives and takes.</summary>
internal static class AccessDiffReport
{
    /// <summary>Lines that a reviewer reads; HTML has all of them, and JSON whatever a line has several of.</summary>
    private const int MostLines = 10;

    public static void Write(string form, AccessDifference difference, TextWriter output)
    {
        var lines = AccessChangeLine.AllOf(difference);
        switch (form)
        {
            case "json":
                ReportJson.Write(DiffDocument.From(difference), ReportJson.Formed.DiffDocument, output);
                break;
            case "markdown":
                Markdown(lines, difference, output);
                output.Write(NotCounted.Text(difference.Notes) is { Length: > 0 } text ? $"\n{text}\n" : "");
                break;
            case "html":
                string[] shown =
                [
                    .. lines.Count == 0 ? [Same(difference)] : lines.Select(line => line.ToString()),
                    .. difference.Doubts.Select(Doubt),
                    .. difference.Expiry.Select(Expiry),
                    NotCounted.Text(difference.Notes),
                ];
                PlainPage.Write(output, "Access changes", string.Join("\n", shown.Where(line => line.Length > 0)));
                break;
            default:
                Text(lines, difference, output);
                output.Write(NotCounted.Line(difference.Notes));
                break;
        }
    }

    private static void Text(IReadOnlyList<AccessChangeLine> lines, AccessDifference difference, TextWriter output)
    {
        foreach (var line in lines.Take(MostLines))
        {
            output.Write($"{line}\n");
        }

        output.Write((lines.Count == 0 ? Same(difference) : Rest(lines) + Summary(lines)) + "\n");
        foreach (var doubt in difference.Doubts)
        {
            output.Write($"{Doubt(doubt)}\n");
        }

        foreach (var finding in difference.Expiry)
        {
            output.Write($"{Expiry(finding)}\n");
        }
    }

    private static void Markdown(IReadOnlyList<AccessChangeLine> lines, AccessDifference difference, TextWriter output)
    {
        output.Write("### Access changes\n\n");
        if (lines.Count == 0)
        {
            output.Write(Same(difference) + "\n");
        }
        else
        {
            output.Write("| | Caller | Service | Requests | For example |\n|---|---|---|---|---|\n");
            foreach (var line in lines.Take(MostLines))
            {
                var example = line.Example.Length == 0 ? "" : MarkdownText.Code(line.Example);
                var because = line.Because.Length == 0 ? "" : $" ({MarkdownText.Of(line.Because)})";
                output.Write(
                    $"| {line.Word} | {MarkdownText.Of(line.Caller)} | {MarkdownText.Code(line.Target)} | "
                        + $"{MarkdownText.Code(line.Requests)}{because} | {example} |\n"
                );
            }

            output.Write($"\n{Rest(lines)}{Summary(lines)}\n");
        }

        foreach (var doubt in difference.Doubts)
        {
            output.Write($"\n{MarkdownText.Of(Doubt(doubt))}\n");
        }

        foreach (var finding in difference.Expiry)
        {
            output.Write($"\n{MarkdownText.Of(Expiry(finding))}\n");
        }
    }

    // What nobody could compare is not the same.
    private static string Same(AccessDifference difference) =>
        difference.Doubts.Count > 0 ? "no access changes are known"
        : NotCounted.Text(difference.Notes).Length > 0 ? "no access changes in what counts"
        : "no access changes";

    private static string Expiry(Finding finding) => $"{finding.Severity.ToString().ToLowerInvariant()} {FindingText.Of(finding)}";

    private static string Doubt(string doubt) => $"not known: {doubt}";

    private static string Rest(IReadOnlyList<AccessChangeLine> lines) =>
        lines.Count <= MostLines ? "" : FormattableString.Invariant($"… and {lines.Count - MostLines} more (--output json has all)\n");

    private static string Summary(IReadOnlyList<AccessChangeLine> lines)
    {
        var undecided = lines.Where(l => l.IsUndecided).Sum(l => l.Count);
        string[] counts =
        [
            .. new[] { AccessChangeLine.Gained, AccessChangeLine.Lost }.Select(Counted),
            .. Enum.GetNames<CallChangeKind>()
                .Select(kind => kind.ToLowerInvariant())
                .Append(AccessChangeLine.Nearer)
                .Where(kind => lines.Any(l => l.Is(kind)))
                .Select(Counted),
        ];
        var ofThem = undecided > 0 ? FormattableString.Invariant($", {undecided} of them undecided in part") : "";
        return string.Join(", ", counts) + ofThem;

        string Counted(string word) => FormattableString.Invariant($"{lines.Where(l => l.Is(word)).Sum(l => l.Count)} {word}");
    }
}
