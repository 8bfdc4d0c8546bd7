using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Upgrades;

/// <summary>What the same objects mean to another version of Istio.</summary>
/// <param name="Clusters">The versions, by cluster.</param>
/// <param name="Changes">What callers gain and lose.</param>
/// <param name="Streams">The services of which callers get connections, not requests.</param>
/// <param name="Fields">Which fields and objects count for one of the versions alone.</param>
/// <param name="Notes">What is said about how both versions read the objects.</param>
internal sealed record UpgradeForecast(
    IReadOnlyList<ClusterUpgrade> Clusters,
    IReadOnlyList<VerdictChange> Changes,
    IReadOnlySet<AccessTarget> Streams,
    IReadOnlyList<FieldChange> Fields,
    IReadOnlyList<Finding> Notes
)
{
    private static readonly HashSet<string> ByVersion = [ReadingCodes.FieldDropped, ReadingCodes.ObjectRefused];

    /// <summary>The clusters whose definitions are not known for the version, so that the nearest ones stand in.</summary>
    public IEnumerable<(string Version, string StandIn)> StandIns =>
        Clusters
            .SelectMany(cluster => new[] { cluster.From, cluster.To })
            .Where(version => !IstioCrds.TryFor(version, out _))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(version => (version, AppliedObjects.DefinitionsOf(version).Version));

    /// <summary>The forecast for the objects of a mesh.</summary>
    public static UpgradeForecast Of(SnapshotSources sources, IReadOnlyList<ClusterUpgrade> clusters)
    {
        var from = clusters.ToDictionary(cluster => cluster.Cluster, cluster => cluster.From, StringComparer.Ordinal);
        var to = clusters.ToDictionary(cluster => cluster.Cluster, cluster => cluster.To, StringComparer.Ordinal);
        var given = sources with { CountsRefused = false };
        var (before, after) = (Snapshot.From(At(given, from)), Snapshot.From(At(given, to)));
        var (was, becomes) = (AccessMatrix.From(before), AccessMatrix.From(after));
        var changes = AccessDiff.Between(was, becomes);
        return new(
            clusters,
            changes.Count == 0 ? [] : Explained(changes, was, becomes, At(given, from), At(given, to), clusters),
            was.Cells.Concat(becomes.Cells).Where(cell => !cell.IsHttp).Select(cell => cell.Target).ToHashSet(),
            FieldsOf(before.Notes, after.Notes),
            [.. before.Notes.Concat(after.Notes).Where(note => !ByVersion.Contains(note.Code)).Distinct()]
        );
    }

    private static SnapshotSources At(SnapshotSources sources, IReadOnlyDictionary<string, string> versions)
    {
        var settings = sources.Settings.ToDictionary(StringComparer.Ordinal);
        foreach (var (cluster, version) in versions)
        {
            settings[cluster] = (settings.GetValueOrDefault(cluster) ?? new()) with { IstioVersion = version };
        }

        return sources with
        {
            Settings = settings,
        };
    }

    /// <summary>One thing after the other is taken as the new version has it, in one cluster after the other; and where that does not make
    /// the change, as the old version has it while all else is new.</summary>
    private static VerdictChange[] Explained(
        IReadOnlyList<AccessChange> changes,
        AccessMatrix was,
        AccessMatrix becomes,
        SnapshotSources old,
        SnapshotSources @new,
        IReadOnlyList<ClusterUpgrade> clusters
    )
    {
        var made = new Dictionary<UpgradeReason, IReadOnlyList<AccessChange>>();
        foreach (var reason in Possible(clusters))
        {
            var own = clusters.First(cluster => cluster.Cluster == reason.Cluster);
            made[reason] = AccessDiff.Between(was, Switched(old, reason, own.To));
        }

        var alone = changes.Select(change => new VerdictChange(change, [.. made.Keys.Where(reason => made[reason].Any(IsPartOf(change)))]));
        VerdictChange[] explained = [.. alone];
        if (explained.All(change => change.Reasons.Count > 0))
        {
            return explained;
        }

        var needed = new Dictionary<UpgradeReason, IReadOnlyList<AccessChange>>();
        foreach (var reason in made.Keys)
        {
            var own = clusters.First(cluster => cluster.Cluster == reason.Cluster);
            needed[reason] = AccessDiff.Between(Switched(@new, reason, own.From), becomes);
        }

        return
        [
            .. explained.Select(change =>
                change.Reasons.Count > 0
                    ? change
                    : change with
                    {
                        Reasons = [.. needed.Keys.Where(reason => needed[reason].Any(IsPartOf(change.Access)))],
                    }
            ),
        ];
    }

    private static AccessMatrix Switched(SnapshotSources sources, UpgradeReason reason, string version) =>
        AccessMatrix.From(
            Snapshot.From(
                sources with
                {
                    Switch = new(reason.Fact, new Dictionary<string, string>(StringComparer.Ordinal) { [reason.Cluster] = version }),
                }
            )
        );

    private static IEnumerable<UpgradeReason> Possible(IReadOnlyList<ClusterUpgrade> clusters) =>
        from cluster in clusters
        from reason in IstioFact
            .All.Where(fact => cluster.Crosses(fact.Since))
            .Select(fact => new UpgradeReason(cluster.Cluster, fact))
            .Concat(
                AppliedObjects.DefinitionsOf(cluster.From) == AppliedObjects.DefinitionsOf(cluster.To)
                    ? []
                    : [new UpgradeReason(cluster.Cluster, null)]
            )
        select reason;

    private static Func<AccessChange, bool> IsPartOf(AccessChange change) =>
        one =>
            one.Target == change.Target
            && one.Caller == change.Caller
            && (Overlap(one.Gained, change.Gained) || Overlap(one.Lost, change.Lost));

    private static bool Overlap(RequestSet one, RequestSet other)
    {
        try
        {
            return !one.IsEmpty && !other.IsEmpty && !one.Intersect(other).IsEmpty;
        }
        catch (SetLimitException)
        {
            // Too much to tell apart.
            return true;
        }
    }

    private static IReadOnlyList<FieldChange> FieldsOf(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after) =>
        [
            .. Missing(before, after)
                .Select(finding => new FieldChange(Appears: true, finding))
                .Concat(Missing(after, before).Select(finding => new FieldChange(Appears: false, finding)))
                .OrderBy(change => change.Finding, Finding.Order),
        ];

    private static IEnumerable<Finding> Missing(IReadOnlyList<Finding> here, IReadOnlyList<Finding> there)
    {
        var known = there.Where(note => ByVersion.Contains(note.Code)).Select(Place).ToHashSet();
        return here.Where(note => ByVersion.Contains(note.Code) && !known.Contains(Place(note)));
    }

    private static (string Code, string Cluster, string Object, string Path) Place(Finding note) =>
        (note.Code, note.Cluster, note.Object, note.Path);
}
