namespace MeshStack.Cli.Reports;

/// <summary>Who may call whom, as a table of a pull request.</summary>
internal static class AccessMarkdownReport
{
    public static void Write(AccessReport report, bool why, TextWriter output)
    {
        output.Write(
            "### Who may call whom\n\n| Service | Caller | May ask for | Through "
                + $"|{(why ? " Because |" : "")}\n|---|---|---|---|{(why ? "---|" : "")}\n"
        );
        foreach (var service in report.Services)
        {
            foreach (var caller in service.Callers)
            {
                output.Write(
                    $"| {MarkdownText.Code(service.Target.ToString())} | {string.Join("<br>", caller.Callers.Select(MarkdownText.Of))} | "
                        + $"{string.Join("<br>", caller.Lines().Select(l => MarkdownText.Code(l.Trim())))} | "
                        + $"{MarkdownText.Of(caller.Through ?? "")} |"
                );
                output.Write(why ? $" {string.Join("<br>", caller.Because.Select(c => MarkdownText.Of(c.ToString())))} |\n" : "\n");
            }
        }

        output.Write($"\n{AccessTextReport.Summary(report)}.\n");
        output.Write(report.Shown is { } shown ? $"\nshown: {MarkdownText.Of(shown)}\n" : "");
        output.Write(NotCounted.Text(report.Findings) is { Length: > 0 } text ? $"\n{text}.\n" : "");
        if (report.Closed.Count > 0)
        {
            output.Write($"\nClosed to everyone: {string.Join(", ", report.Closed.Select(t => MarkdownText.Code(t.ToString())))}\n");
        }

        InvariantTable.Markdown(report.Invariants, output);
        if (report.Findings.Count > 0)
        {
            var findings = report.Findings.Select(f =>
                $"- {f.Severity.ToString().ToLowerInvariant()} {MarkdownText.Of(FindingText.Of(f))}\n"
            );
            output.Write($"\n{string.Concat(findings)}");
        }
    }
}
