using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Reach;
using MeshStack.Analysis.Topology;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>What differs between two snapshots for callers.</summary>
/// <param name="Changes">What callers gain and lose.</param>
/// <param name="Calls">What becomes of calls besides.</param>
/// <param name="Nearer">The services that clients outside, and callers that gain access or whose calls go elsewhere, come to in fewer calls
/// than before.</param>
/// <param name="Streams">The services of which callers get connections, not requests.</param>
/// <param name="Notes">What is said about how both were read.</param>
internal sealed record AccessDifference(
    IReadOnlyList<AccessChange> Changes,
    IReadOnlyList<CallChange> Calls,
    IReadOnlyList<NearerService> Nearer,
    IReadOnlySet<AccessTarget> Streams,
    IReadOnlyList<Finding> Notes
)
{
    /// <summary>What callers gain before what they lose: what is given away is what a review is for.</summary>
    public IEnumerable<AccessChange> Sorted => Changes.OrderBy(change => change.Kind == AccessChangeKind.Lost ? 1 : 0);

    /// <summary>Why what is not said may differ all the same.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>What a day makes of the accesses afterwards.</summary>
    public IReadOnlyList<Finding> Expiry { get; init; } = [];

    public static AccessDifference Between(Snapshot before, Snapshot after)
    {
        var (was, now) = (AccessMatrix.From(before), AccessMatrix.From(after));
        var changes = AccessDiff.Between(was, now);
        var calls = CallDiff.Between(was, now);
        var gaining = changes.Where(change => change.Kind != AccessChangeKind.Lost).Select(change => change.Caller);
        return new(
            changes,
            calls,
            ReachDiff.Between(
                AccessReach.From(was),
                AccessReach.From(now),
                now.Callers.Where(caller => caller.IsOutside)
                    .Concat(gaining)
                    .Concat(calls.Where(IsElsewhere).SelectMany(change => change.Callers))
            ),
            was.Cells.Concat(now.Cells).Where(c => !c.IsHttp).Select(c => c.Target).ToHashSet(),
            [.. before.Notes.Concat(after.Notes).Distinct()]
        )
        {
            Doubts = [.. DoubtsOf(before, after, was, now)],
        };
    }

    /// <summary>True where access is <c>widened</c>, calls are <c>diverted</c>, or anything is <c>changed</c>.</summary>
    /// <remarks>What nobody could compare may be.</remarks>
    public bool Has(string what) =>
        Doubts.Count > 0
        || what switch
        {
            "widened" => Changes.Any(change => change.Kind != AccessChangeKind.Lost),
            "diverted" => Calls.Any(IsElsewhere),
            _ => Changes.Count + Calls.Count + Nearer.Count > 0,
        };

    // Those who answered answer still, however the calls are shared among their versions.
    private static bool IsElsewhere(CallChange change) => change.Kind != CallChangeKind.Shifted;

    private static IEnumerable<string> DoubtsOf(Snapshot before, Snapshot after, AccessMatrix was, AccessMatrix now)
    {
        if (!before.ClusterNames.Intersect(after.ClusterNames, StringComparer.Ordinal).Any())
        {
            yield return $"before has the clusters {Named(before)}, after {Named(after)}: that is another mesh, or other names for it";
        }

        foreach (var (snapshot, matrix, side) in new[] { (before, was, "before"), (after, now, "after") })
        {
            if (!matrix.Callers.Any(caller => !caller.IsOutside))
            {
                yield return $"{side} has no workload, so that nobody in the mesh is asked for";
            }

            // Nothing of such a cluster is decided on either side, and so nothing of it differs.
            foreach (var cluster in snapshot.ClusterNames.Where(cluster => snapshot.Cluster(cluster).Unreadable is not null))
            {
                yield return $"{side}: {snapshot.Cluster(cluster).Unreadable!.Reason}";
            }
        }
    }

    private static string Named(Snapshot snapshot) =>
        snapshot.ClusterNames.Count == 0 ? "(none)" : string.Join(", ", snapshot.ClusterNames);
}
