using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Upgrades;

/// <summary>What the same objects mean to another version of Istio.</summary>
/// <param name="Clusters">The versions, by cluster.</param>
/// <param name="Changes">What callers gain and lose.</param>
/// <param name="Calls">What becomes of calls besides whether they get through.</param>
/// <param name="Streams">The services of which callers get connections, not requests.</param>
/// <param name="Fields">Which fields and objects count for one of the versions alone.</param>
/// <param name="Notes">What is said about how both versions read the objects.</param>
internal sealed record UpgradeForecast(
    IReadOnlyList<ClusterUpgrade> Clusters,
    IReadOnlyList<VerdictChange> Changes,
    IReadOnlyList<HandlingChange> Calls,
    IReadOnlySet<AccessTarget> Streams,
    IReadOnlyList<FieldChange> Fields,
    IReadOnlyList<Finding> Notes
)
{
    /// <summary>True where anything changes for any caller.</summary>
    public bool HasChanges => Changes.Count + Calls.Count > 0;

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
        var (old, @new) = (At(given, from), At(given, to));
        var (before, after) = (Snapshot.From(old), Snapshot.From(@new));
        var (was, becomes) = (AccessMatrix.From(before), AccessMatrix.From(after));
        var difference = VersionDifference.Between(was, becomes);
        var reasons = new UpgradeReasons((old, was), (@new, becomes), clusters);
        return new(
            clusters,
            [.. difference.Access.Select(change => new VerdictChange(change, reasons.Of(one => one.Has(change))))],
            [.. difference.Calls.Select(change => new HandlingChange(change, reasons.Of(one => one.Has(change))))],
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
