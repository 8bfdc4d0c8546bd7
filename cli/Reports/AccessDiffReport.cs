using System.Net;
using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Model;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>The access that a change gives and takes.</summary>
internal static class AccessDiffReport
{
    /// <summary>Lines that a reviewer reads; JSON and HTML have all.</summary>
    private const int MostLines = 10;

    private const string Same = "no access changes";

    public static void Write(string form, AccessDifference difference, TextWriter output)
    {
        // What is given away is what a review is for.
        var sorted = difference.Changes.OrderBy(c => c.Kind == AccessChangeKind.Lost ? 1 : 0).ToList();
        var lines = sorted.SelectMany(c => AccessChangeLine.Of(c, difference.Streams.Contains(c.Target))).OrderBy(l => l.IsLoss).ToList();
        switch (form)
        {
            case "json":
                Json(sorted, difference.Notes, output);
                break;
            case "markdown":
                Markdown(lines, output);
                output.Write(NotCounted.Text(difference.Notes) is { Length: > 0 } text ? $"\n{text}\n" : "");
                break;
            case "html":
                output.Write(
                    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Access "
                        + "changes</title>\n<body>\n<pre>"
                        + WebUtility.HtmlEncode(lines.Count == 0 ? Same : string.Join("\n", lines))
                        + WebUtility.HtmlEncode(NotCounted.Text(difference.Notes) is { Length: > 0 } shown ? $"\n{shown}" : "")
                        + "</pre>\n</body>\n</html>\n"
                );
                break;
            default:
                Text(lines, output);
                output.Write(NotCounted.Line(difference.Notes));
                break;
        }
    }

    private static void Text(List<AccessChangeLine> lines, TextWriter output)
    {
        if (lines.Count == 0)
        {
            output.Write(Same + "\n");
            return;
        }

        foreach (var line in lines.Take(MostLines))
        {
            output.Write($"{line}\n");
        }

        output.Write(Rest(lines) + Summary(lines) + "\n");
    }

    private static void Markdown(List<AccessChangeLine> lines, TextWriter output)
    {
        output.Write("### Access changes\n\n");
        if (lines.Count == 0)
        {
            output.Write(Same + "\n");
            return;
        }

        output.Write("| | Caller | Service | Requests | For example |\n|---|---|---|---|---|\n");
        foreach (var line in lines.Take(MostLines))
        {
            output.Write(
                $"| {line.Word} | {MarkdownText.Of(line.Caller)} | {MarkdownText.Code(line.Target)} | "
                    + $"{MarkdownText.Code(line.Requests)} | {MarkdownText.Code(line.Example)} |\n"
            );
        }

        output.Write($"\n{Rest(lines)}{Summary(lines)}\n");
    }

    private static string Rest(List<AccessChangeLine> lines) =>
        lines.Count <= MostLines ? "" : FormattableString.Invariant($"… and {lines.Count - MostLines} more (--output json has all)\n");

    private static string Summary(List<AccessChangeLine> lines)
    {
        var undecided = lines.Count(l => l.IsUndecided);
        var ofThem = undecided > 0 ? FormattableString.Invariant($", {undecided} of them undecided in part") : "";
        return FormattableString.Invariant($"{lines.Count(l => !l.IsLoss)} gained, {lines.Count(l => l.IsLoss)} lost{ofThem}");
    }

    private static void Json(IReadOnlyList<AccessChange> changes, IReadOnlyList<Finding> notes, TextWriter output) =>
        ReportJson.Write(DiffDocument.From(changes, notes), ReportJson.Formed.DiffDocument, output);
}
