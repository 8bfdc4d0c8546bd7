using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Upgrades;

/// <summary>What makes the changes of an upgrade: one thing after the other is taken as the new version has it, in one cluster after the
/// other; and where that does not make a change, as the old version has it while all else is new.</summary>
/// <param name="before">The objects with the old versions, and what callers get then.</param>
/// <param name="after">The same with the new versions.</param>
/// <param name="clusters">The versions.</param>
internal sealed class UpgradeReasons(
    (SnapshotSources Sources, AccessMatrix Matrix) before,
    (SnapshotSources Sources, AccessMatrix Matrix) after,
    IReadOnlyList<ClusterUpgrade> clusters
)
{
    private readonly Lazy<IReadOnlyDictionary<UpgradeReason, VersionDifference>> _made = new(() =>
        Each(clusters, (reason, own) => VersionDifference.Between(before.Matrix, Switched(before.Sources, reason, own.To)))
    );

    private readonly Lazy<IReadOnlyDictionary<UpgradeReason, VersionDifference>> _needed = new(() =>
        Each(clusters, (reason, own) => VersionDifference.Between(Switched(after.Sources, reason, own.From), after.Matrix))
    );

    /// <summary>The reasons of a change; none where no single thing is one.</summary>
    public IReadOnlyList<UpgradeReason> Of(Func<VersionDifference, bool> has)
    {
        UpgradeReason[] alone = [.. _made.Value.Where(one => has(one.Value)).Select(one => one.Key)];
        return alone.Length > 0 ? alone : [.. _needed.Value.Where(one => has(one.Value)).Select(one => one.Key)];
    }

    private static Dictionary<UpgradeReason, VersionDifference> Each(
        IReadOnlyList<ClusterUpgrade> clusters,
        Func<UpgradeReason, ClusterUpgrade, VersionDifference> difference
    ) =>
        clusters
            .SelectMany(cluster => Possible(cluster).Select(reason => (reason, cluster)))
            .ToDictionary(one => one.reason, one => difference(one.reason, one.cluster));

    private static AccessMatrix Switched(SnapshotSources sources, UpgradeReason reason, string version) =>
        AccessMatrix.From(
            Snapshot.From(
                sources with
                {
                    Switch = new(reason.Fact, new Dictionary<string, string>(StringComparer.Ordinal) { [reason.Cluster] = version }),
                }
            )
        );

    private static IEnumerable<UpgradeReason> Possible(ClusterUpgrade cluster) =>
        IstioFact
            .All.Where(fact => cluster.Crosses(fact.Since))
            .Select(fact => new UpgradeReason(cluster.Cluster, fact))
            .Concat(
                AppliedObjects.DefinitionsOf(cluster.From) == AppliedObjects.DefinitionsOf(cluster.To)
                    ? []
                    : [new UpgradeReason(cluster.Cluster, null)]
            );
}
