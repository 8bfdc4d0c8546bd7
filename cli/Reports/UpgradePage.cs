using MeshStack.Analysis.Config.Mesh;
using MeshStack.Preview.Upgrades;

namespace MeshStack.Cli.Reports;

/// <summary>The tables of docs/upgrade.md.</summary>
internal static class UpgradePage
{
    /// <summary>What objects mean before and since a version.</summary>
    public static string Facts() =>
        "| fact | since | before | then | source |\n|---|---|---|---|---|\n"
        + string.Concat(
            IstioFact.All.Select(fact =>
                $"| `{fact.Name}` | {fact.Since} | {MarkdownText.Of(fact.Before)} | {MarkdownText.Of(fact.After)} "
                + $"| {Source(fact.Source)} |\n"
            )
        );

    /// <summary>The notes, with their versions and sources.</summary>
    public static string Notes() =>
        "| note | versions | about |\n|---|---|---|\n"
        + string.Concat(
            UpgradeNoteTable.All.Select(note =>
                $"| [{MarkdownText.Of(note.Id)}]({note.Source}) | {note.Versions} | {MarkdownText.Of(note.About)} |\n"
            )
        );

    private static string Source(string source) =>
        source.StartsWith("https://", StringComparison.Ordinal) ? $"<{source}>" : MarkdownText.Of(source);
}
