using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>The access that differs between two snapshots.</summary>
/// <param name="Changes">What callers gain and lose.</param>
/// <param name="Streams">The services of which callers get connections, not requests.</param>
/// <param name="Notes">What is said about how both were read.</param>
internal sealed record AccessDifference(
    IReadOnlyList<AccessChange> Changes,
    IReadOnlySet<AccessTarget> Streams,
    IReadOnlyList<Finding> Notes
)
{
    public static AccessDifference Between(Snapshot before, Snapshot after)
    {
        var (was, now) = (AccessMatrix.From(before), AccessMatrix.From(after));
        return new(
            AccessDiff.Between(was, now),
            was.Cells.Concat(now.Cells).Where(c => !c.IsHttp).Select(c => c.Target).ToHashSet(),
            [.. before.Notes.Concat(after.Notes).Distinct()]
        );
    }
}
