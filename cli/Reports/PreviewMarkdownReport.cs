using MeshStack.Preview;

namespace MeshStack.Cli.Reports;

/// <summary>The preview for a pull request: who may call whom, what is wrong, and what becomes of the invariants.</summary>
internal static class PreviewMarkdownReport
{
    private const int MostLines = 8;

    private const int WidestLine = 100;

    public static void Write(PreviewView view, TextWriter output)
    {
        var preview = view.Preview;
        output.Write("### Who may call whom\n\n| Service | Caller | May ask for | Through | Under |\n|---|---|---|---|---|\n");
        foreach (var row in view.Rows.Where(row => row.IsDeclared))
        {
            output.Write(
                $"| {MarkdownText.Of(row.Service)} | {Lines(row.Callers, MarkdownText.Of)} | "
                    + $"{Lines(AccessTable.RequestsOf(row), MarkdownText.Code)} | {MarkdownText.Of(AccessTable.ThroughOf(row))} | "
                    + $"{MarkdownText.Of(AccessTable.HostOf(row))} |\n"
            );
        }

        foreach (var line in AccessTable.Beside(view))
        {
            output.Write($"\n{MarkdownText.Of(line)}\n");
        }

        InvariantTable.Markdown(preview.Proof.Invariants, output);
        IEnumerable<string> concerns =
        [
            .. preview.Outages.Select(outage => $"{outage.Cluster} cannot be reached: {UnreachableText.Of(outage, preview.Stack)}"),
            .. preview.Outages.SelectMany(outage => outage.Dependents).Select(dependent => $"keeps what it has: {dependent}"),
            .. preview.Transition.Select(notice => $"{notice.Kind.ToString().ToLowerInvariant()} {notice}"),
            .. view.Findings.Select(finding => $"{finding.Severity.ToString().ToLowerInvariant()} {FindingText.Of(finding)}"),
            .. view.Warnings.Select(warning => $"warning {warning}"),
            .. preview.Unset.Select(value => $"to set: {value.Key}"),
        ];
        output.Write("\n");
        foreach (var concern in concerns)
        {
            output.Write($"- {MarkdownText.Of(concern)}\n");
        }

        output.Write($"\n{view.Counts.Size}\n");
        output.Write(view.Shown is { } shown ? $"\nshown: {MarkdownText.Of(shown)}\n" : "");
    }

    private static string Lines(IReadOnlyList<string> lines, Func<string, string> form) =>
        string.Join("<br>", Preview.Access.RequestText.Shortened(lines, MostLines, WidestLine).Select(form));
}
