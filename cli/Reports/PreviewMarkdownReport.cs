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

        Notes(view, output);
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

    // An import says what its service does.
    private static void Notes(PreviewView view, TextWriter output)
    {
        var noted = view
            .Clusters.SelectMany(cluster => cluster.Components)
            .Where(component => component is { Note.Length: > 0, Type: not "ServiceImport" })
            .DistinctBy(component => (component.Type, component.Name))
            .ToList();
        output.Write(noted.Count == 0 ? "" : "\n| Intent | Owner | What it is for |\n|---|---|---|\n");
        foreach (var component in noted)
        {
            output.Write(
                $"| {MarkdownText.Of($"{component.Type} {component.Name}")} | {MarkdownText.Of(component.Owner ?? "")} | "
                    + $"{MarkdownText.Of(component.Description ?? "")} |\n"
            );
        }
    }

    private static string Lines(IReadOnlyList<string> lines, Func<string, string> form) =>
        string.Join("<br>", Preview.Access.RequestText.Shortened(lines, MostLines, WidestLine).Select(form));
}
