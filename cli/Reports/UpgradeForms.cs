using MeshStack.Analysis.Diff;
using MeshStack.Cli.Commands;
using MeshStack.Cli.Reports.Documents;

namespace MeshStack.Cli.Reports;

/// <summary>The forms of an upgrade's report.</summary>
internal static class UpgradeForms
{
    /// <summary>Lines of access that a reader reads; JSON has all.</summary>
    private const int MostLines = 20;

    private const string Same = "no access changes";

    public static void Write(string form, UpgradeReport report, TextWriter output)
    {
        switch (form)
        {
            case "json":
                ReportJson.Write(UpgradeDocument.From(report), ReportJson.Formed.UpgradeDocument, output);
                break;
            case "markdown":
                Markdown(report, output);
                break;
            default:
                Text(report, output);
                break;
        }
    }

    private static void Text(UpgradeReport report, TextWriter output)
    {
        var forecast = report.Forecast;
        foreach (var line in UpgradeWords.Versions(forecast))
        {
            Line(line);
        }

        Line("\nWho may call whom");
        foreach (var line in Changes(report).Take(MostLines))
        {
            Line($"  {line.Line}");
            foreach (var reason in line.Reasons)
            {
                Line($"          {reason}");
            }
        }

        Line($"  {Summary(report)}");
        Line("\nFields");
        foreach (var line in forecast.StandIns.Select(UpgradeWords.StandIn).Concat(report.Fields.Select(UpgradeWords.Of)))
        {
            Line($"  {line}");
        }

        if (report.Fields.Count == 0)
        {
            Line("  all count for both versions, or for none");
        }

        Line("\nNotes");
        foreach (var note in report.Notes)
        {
            Line($"  {UpgradeWords.Of(note.State), -5} {note.Note.Id} ({note.Note.Versions}): {note.Note.About}");
            Line($"        {UpgradeWords.Touches(note)} {UpgradeWords.Places(note)}");
            Line($"        {note.Note.Source}");
        }

        if (UpgradeWords.Others(report) is { Length: > 0 } others)
        {
            Line($"  {others}");
        }

        Line($"\nSteps{UpgradeWords.OfSteps(report)}");
        foreach (var line in Refused(report))
        {
            Line($"  {line}");
        }

        for (var i = 0; i < report.Plan.Steps.Count; i++)
        {
            var step = report.Plan.Steps[i];
            Line(FormattableString.Invariant($"  {i + 1}. {UpgradeWords.Of(step, report)}"));
            foreach (var line in step.Versions.Concat(step.Notices.Select(UpgradeWords.Of)))
            {
                Line($"     {line}");
            }
        }

        foreach (var one in report.Plan.Meanwhile)
        {
            Line($"  {UpgradeWords.Of(one)}");
        }

        output.Write(NotCounted.Line(forecast.Notes));

        void Line(string text) => output.Write($"{(text.StartsWith('\n') ? text : PlainWriter.Line(text))}\n");
    }

    private static void Markdown(UpgradeReport report, TextWriter output)
    {
        var forecast = report.Forecast;
        output.Write("### Upgrade\n\n");
        foreach (var line in UpgradeWords.Versions(forecast))
        {
            output.Write($"- {MarkdownText.Of(line)}\n");
        }

        output.Write("\n### Who may call whom\n\n");
        var changes = Changes(report);
        if (changes.Count > 0)
        {
            output.Write("| | Caller | Service | Requests | For example | Because |\n|---|---|---|---|---|---|\n");
            foreach (var (line, reasons) in changes.Take(MostLines))
            {
                output.Write(
                    $"| {line.Word} | {MarkdownText.Of(line.Caller)} | {MarkdownText.Code(line.Target)} | "
                        + $"{MarkdownText.Code(line.Requests)} | {MarkdownText.Code(line.Example)} | "
                        + $"{string.Join("<br>", reasons.Select(MarkdownText.Of))} |\n"
                );
            }

            output.Write("\n");
        }

        output.Write($"{Summary(report)}\n\n### Fields\n\n");
        foreach (var line in forecast.StandIns.Select(UpgradeWords.StandIn).Concat(report.Fields.Select(UpgradeWords.Of)))
        {
            output.Write($"- {MarkdownText.Of(line)}\n");
        }

        output.Write(report.Fields.Count == 0 ? "- all count for both versions, or for none\n" : "");
        output.Write("\n### Notes\n\n");
        if (report.Notes.Count > 0)
        {
            output.Write("| | Note | What it is about | Where |\n|---|---|---|---|\n");
            foreach (var note in report.Notes)
            {
                output.Write(
                    $"| {UpgradeWords.Of(note.State)} | [{MarkdownText.Of(note.Note.Id)}]({note.Note.Source}) "
                        + $"({MarkdownText.Of(note.Note.Versions)}) | {MarkdownText.Of(note.Note.About)} | "
                        + $"{UpgradeWords.Touches(note)} {MarkdownText.Of(UpgradeWords.Places(note))} |\n"
                );
            }

            output.Write("\n");
        }

        output.Write($"{UpgradeWords.Others(report)}\n\n### Steps\n\n");
        output.Write(UpgradeWords.OfSteps(report) is { Length: > 0 } of ? $"{of.Trim(' ', '(', ')')}\n\n" : "");
        foreach (var line in Refused(report))
        {
            output.Write($"- {MarkdownText.Of(line)}\n");
        }

        for (var i = 0; i < report.Plan.Steps.Count; i++)
        {
            var step = report.Plan.Steps[i];
            output.Write(FormattableString.Invariant($"{i + 1}. {MarkdownText.Of(UpgradeWords.Of(step, report))}\n"));
            foreach (var line in step.Versions.Concat(step.Notices.Select(UpgradeWords.Of)))
            {
                output.Write($"   - {MarkdownText.Of(line)}\n");
            }
        }

        output.Write(report.Plan.Meanwhile.Count > 0 ? "\n" : "");
        foreach (var one in report.Plan.Meanwhile)
        {
            output.Write($"- {MarkdownText.Of(UpgradeWords.Of(one))}\n");
        }

        output.Write(NotCounted.Text(forecast.Notes) is { Length: > 0 } text ? $"\n{text}\n" : "");
    }

    // What is given away is what a review is for, then what becomes of calls besides.
    private static List<(AccessChangeLine Line, IReadOnlyList<string> Reasons)> Changes(UpgradeReport report)
    {
        var access = report
            .Forecast.Changes.SelectMany(change =>
                AccessChangeLine
                    .Of(change.Access, report.Forecast.Streams.Contains(change.Access.Target))
                    .Select(line => (Line: line, Reasons: (IReadOnlyList<string>)[.. UpgradeWords.Reasons(change.Reasons)]))
            )
            .ToLookup(one => one.Line.IsLoss);
        var calls = report.Forecast.Calls.Select(change =>
            (AccessChangeLine.Of(change.Calls), (IReadOnlyList<string>)[.. UpgradeWords.Reasons(change.Reasons)])
        );
        return [.. access[false], .. calls, .. access[true]];
    }

    private static string Summary(UpgradeReport report)
    {
        var lines = Changes(report);
        if (lines.Count == 0)
        {
            return Same;
        }

        string[] counts =
        [
            .. new[] { AccessChangeLine.Gained, AccessChangeLine.Lost }.Select(Counted),
            .. Enum.GetNames<CallChangeKind>()
                .Select(kind => kind.ToLowerInvariant())
                .Where(kind => lines.Exists(one => one.Line.Is(kind)))
                .Select(Counted),
        ];
        var rest =
            lines.Count > MostLines ? FormattableString.Invariant($"… and {lines.Count - MostLines} more (--output json has all); ") : "";
        var undecided = lines.Count(one => one.Line.IsUndecided);
        return rest
            + string.Join(", ", counts)
            + (undecided > 0 ? FormattableString.Invariant($", {undecided} of them undecided in part") : "");

        string Counted(string word) => FormattableString.Invariant($"{lines.Count(one => one.Line.Is(word))} {word}");
    }

    private static IEnumerable<string> Refused(UpgradeReport report) =>
        [
            .. report.Problems.Select(UpgradeWords.Of),
            .. report.Plan.RefusedAtOnce.Select(notice => $"in one step {UpgradeWords.Of(notice)}"),
            .. report.Plan.Steps.Count == 0 ? ["none: that version is there"] : Array.Empty<string>(),
        ];
}
