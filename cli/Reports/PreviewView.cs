using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Manifests;
using MeshStack.Preview;

namespace MeshStack.Cli.Reports;

/// <summary>What a preview shows: all of it, or what filters leave.</summary>
/// <param name="Preview">The preview.</param>
/// <param name="Counts">How much there is in all.</param>
/// <param name="Clusters">What each cluster gets.</param>
/// <param name="Rows">Who may call whom.</param>
/// <param name="Closed">The services that nobody may call.</param>
/// <param name="Findings">What is wrong with it.</param>
/// <param name="Warnings">Questionable places of the definition.</param>
internal sealed record PreviewView(
    MeshPreview Preview,
    PreviewCounts Counts,
    IReadOnlyList<ClusterView> Clusters,
    IReadOnlyList<AccessRow> Rows,
    IReadOnlyList<AccessTarget> Closed,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<DefinitionProblem> Warnings
)
{
    /// <summary>What filters leave, and how much they leave out; null where there is none.</summary>
    public string? Shown { get; init; }

    public static PreviewView Of(MeshPreview preview, ReportFilter? filter)
    {
        var clusters = ClusterView.Of(preview);
        var rows = OfTeam(preview, AccessRow.Of(preview.Proof));
        var matrix = preview.Proof.Matrix;
        var all = new PreviewView(
            preview,
            PreviewCounts.Of(preview, clusters, rows),
            clusters,
            rows,
            [.. matrix.Closed],
            preview.Findings,
            preview.Warnings
        );
        if (filter is null)
        {
            return all;
        }

        AccessCell[] cells = [.. matrix.Cells.Where(filter.Shows)];
        ClusterView[] shown = [.. new ShownObjects(filter, preview, cells).Of(clusters)];
        Finding[] findings = [.. preview.Findings.Where(new ShownFindings(filter, cells).Has)];
        DefinitionProblem[] warnings = [.. preview.Warnings.Where(warning => IsShown(warning, clusters, shown))];
        return all with
        {
            Clusters = shown,
            Rows = OfTeam(preview, AccessRow.Of(preview.Proof, filter)),
            Closed = [.. matrix.Closed.Where(filter.Shows)],
            Findings = findings,
            Warnings = warnings,
            Shown = filter.Text(ReportFilter.LeftOut(preview.Findings.Except(findings), preview.Warnings.Count - warnings.Length)),
        };
    }

    // A team looks at its services and at those that it calls; the platform's stack shows all.
    private static IReadOnlyList<AccessRow> OfTeam(MeshPreview preview, IReadOnlyList<AccessRow> rows)
    {
        if (preview.Definition is not { Platform: not null } team)
        {
            return rows;
        }

        var services = team
            .Services.Select(service => service.Name)
            .Concat(team.Accesses.Select(access => access.Service))
            .ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(row => services.Contains(row.Service))];
    }

    // A warning is about the document that begins at its line or above it, and that is shown where an object of it is.
    private static bool IsShown(DefinitionProblem warning, IReadOnlyList<ClusterView> all, IReadOnlyList<ClusterView> shown)
    {
        SourceLocation[] documents =
        [
            .. PlacesOf(all).Where(place => place.File == warning.At.File && place.Line <= warning.At.Line).OrderBy(place => place.Line),
        ];
        return documents.Length == 0 || PlacesOf(shown).Contains(documents[^1]);
    }

    private static IEnumerable<SourceLocation> PlacesOf(IReadOnlyList<ClusterView> clusters) =>
        clusters.SelectMany(cluster => cluster.Components).SelectMany(component => component.Sources);
}
