using MeshStack.Manifests;
using MeshStack.Preview;
using MeshStack.Preview.Transitions;

namespace MeshStack.Cli.Reports;

/// <summary>How much there is in a preview, and how much of it is wrong: all of it, whatever filters leave out of the rest.</summary>
internal sealed class PreviewCounts
{
    private PreviewCounts(MeshPreview preview, int clusters, int objects, int undecided)
    {
        (Clusters, Components, Objects) = (clusters, preview.Components, objects);
        Wrong =
        [
            .. Some(preview.Findings.Count(finding => finding.Severity == Severity.Error), "error"),
            .. Some(preview.Transition.Count(notice => notice.Kind == TransitionKind.Refused), "refusal"),
            .. Some(preview.Outages.Count(outage => !outage.IsSkipped), "unreachable cluster"),
        ];
        Questionable =
        [
            .. Some(undecided, "undecided service"),
            .. Some(
                preview.Findings.Count(finding => finding.Severity == Severity.Warning)
                    + preview.Warnings.Count
                    + preview.Transition.Count(notice => notice.Kind == TransitionKind.Warning),
                "warning"
            ),
            .. Some(preview.Unset.Count, "value") is [var unset] ? [$"{unset} to set"] : Array.Empty<string>(),
        ];
        Invariants = InvariantLines.Summary(preview.Proof.Invariants);
    }

    public int Clusters { get; }

    public int Components { get; }

    public int Objects { get; }

    /// <summary>What must not be applied, by kind; none where it is fine.</summary>
    public IReadOnlyList<string> Wrong { get; }

    /// <summary>What deserves a look, by kind.</summary>
    public IReadOnlyList<string> Questionable { get; }

    /// <summary>How many invariants hold; empty where there is none.</summary>
    public string Invariants { get; }

    /// <summary><c>2 clusters, 19 components, 35 objects</c>.</summary>
    public string Size =>
        $"{Counted.Of(Clusters, "cluster")}, {FormattableString.Invariant($"{Components} components, {Objects} objects")}";

    public static PreviewCounts Of(MeshPreview preview, IReadOnlyList<ClusterView> clusters, IReadOnlyList<AccessRow> rows) =>
        new(
            preview,
            clusters.Count,
            clusters.Sum(cluster => cluster.Objects),
            rows.Where(row => row.Undecided.Count > 0).Select(row => row.Service).Distinct(StringComparer.Ordinal).Count()
        );

    private static string[] Some(int count, string noun) => count == 0 ? [] : [Counted.Of(count, noun)];
}
