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
                    $"| `{service.Target}` | {string.Join("<br>", caller.Callers.Select(Cell))} | "
                        + $"{string.Join("<br>", caller.Lines().Select(l => Code(l.Trim())))} | {Cell(caller.Through ?? "")} |"
                );
                output.Write(why ? $" {string.Join("<br>", caller.Because.Select(c => Cell(c.ToString())))} |\n" : "\n");
            }
        }

        output.Write($"\n{AccessTextReport.Summary(report)}.\n");
        if (report.Closed.Count > 0)
        {
            output.Write($"\nClosed to everyone: {string.Join(", ", report.Closed.Select(t => Code(t.ToString())))}\n");
        }

        if (report.Findings.Count > 0)
        {
            var findings = report.Findings.Select(f => $"- {f.Severity.ToString().ToLowerInvariant()} {Cell(FindingText.Of(f))}\n");
            output.Write($"\n{string.Concat(findings)}");
        }
    }

    /// <summary>A text that no table cell takes apart.</summary>
    public static string Cell(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("\n", " ", StringComparison.Ordinal);

    public static string Code(string text)
    {
        var inCell = text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
        return $"`{inCell.Replace("`", "'", StringComparison.Ordinal)}`";
    }
}
