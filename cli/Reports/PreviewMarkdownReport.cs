using MeshStack.Preview;

namespace MeshStack.Cli.Reports;

/// <summary>The preview for a pull request: who may call whom, what is wrong, and what becomes of the invariants.</summary>
internal static class PreviewMarkdownReport
{
    private const int MostLines = 8;

    private const int WidestLine = 100;

    public static void Write(MeshPreview preview, TextWriter output)
    {
        var rows = AccessRow.Of(preview.Proof);
        output.Write("### Who may call whom\n\n| Service | Caller | May ask for | Through | Under |\n|---|---|---|---|---|\n");
        foreach (var row in rows.Where(row => row.IsDeclared))
        {
            output.Write(
                $"| {MarkdownText.Of(row.Service)} | {Lines(row.Callers, MarkdownText.Of)} | "
                    + $"{Lines(AccessTable.RequestsOf(row), MarkdownText.Code)} | {MarkdownText.Of(AccessTable.ThroughOf(row))} | "
                    + $"{MarkdownText.Of(AccessTable.HostOf(row))} |\n"
            );
        }

        foreach (var line in AccessTable.Beside(preview, rows))
        {
            output.Write($"\n{MarkdownText.Of(line)}\n");
        }

        InvariantTable.Markdown(preview.Proof.Invariants, output);
        IEnumerable<string> concerns =
        [
            .. preview.Outages.Select(outage => $"{outage.Cluster} cannot be reached: {UnreachableText.Of(outage, preview.Stack)}"),
            .. preview.Outages.SelectMany(outage => outage.Dependents).Select(dependent => $"keeps what it has: {dependent}"),
            .. preview.Transition.Select(notice => $"{notice.Kind.ToString().ToLowerInvariant()} {notice}"),
            .. preview.Findings.Select(finding => $"{finding.Severity.ToString().ToLowerInvariant()} {FindingText.Of(finding)}"),
            .. preview.Warnings.Select(warning => $"warning {warning}"),
            .. preview.Unset.Select(value => $"to set: {value.Key}"),
        ];
        output.Write("\n");
        foreach (var concern in concerns)
        {
            output.Write($"- {MarkdownText.Of(concern)}\n");
        }

        var clusters = ClusterView.Of(preview);
        var (noun, objects) = (clusters.Count == 1 ? "cluster" : "clusters", clusters.Sum(cluster => cluster.Objects));
        output.Write(FormattableString.Invariant($"\n{clusters.Count} {noun}, {preview.Components} components, {objects} objects\n"));
    }

    private static string Lines(IReadOnlyList<string> lines, Func<string, string> form) =>
        string.Join("<br>", Preview.Access.RequestText.Shortened(lines, MostLines, WidestLine).Select(form));
}
