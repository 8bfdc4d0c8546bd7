using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Topology;

namespace MeshStack.Preview.Upgrades;

/// <summary>What a note's test looks at: the objects, releases and mesh configuration of one cluster.</summary>
internal sealed class NoteSubject
{
    private readonly IReadOnlyList<ChartRelease> _releases;
    private readonly Dictionary<string, string> _environment;

    private NoteSubject(string cluster, IReadOnlyList<Manifest> manifests, IReadOnlyList<ChartRelease> releases)
    {
        (Cluster, Manifests, _releases) = (cluster, manifests, releases);
        Objects = new(manifests);
        _environment = new(StringComparer.Ordinal);
        foreach (var (name, value) in IstioRevision.Of(releases, Objects).SelectMany(istiod => istiod.Environment))
        {
            _environment[name] = value;
        }
    }

    public string Cluster { get; }

    /// <summary>All objects of the cluster, in their order.</summary>
    public IReadOnlyList<Manifest> Manifests { get; }

    public ClusterObjects Objects { get; }

    /// <summary>The charts that are installed.</summary>
    public IEnumerable<ChartRelease> Releases => _releases;

    /// <summary>The networks that the mesh is known to have.</summary>
    public int Networks { get; private init; }

    /// <summary>The mesh configurations, each with the object or release that holds it.</summary>
    public IEnumerable<(string Holder, SourceLocation? Source, Field Mesh)> MeshConfigs =>
        [
            .. _releases
                .Where(release => release.IsControlPlane)
                .Select(release => (NameOf(release), (SourceLocation?)null, Field.From(release.Values)["meshConfig"])),
            .. Objects.Of("IstioOperator").Select(one => (one.Reference, one.Source, one.Spec["meshConfig"])),
            .. Objects.Of("sailoperator.io/Istio").Select(one => (one.Reference, one.Source, one.Spec["values"]["meshConfig"])),
            .. Objects
                .Of("ConfigMap")
                .Where(MeshSource.IsMeshConfig)
                .Select(map => (map, YamlDocument.TryRead(Field.From(map.Body)["data"]["mesh"].Text ?? "")))
                .Where(read => read.Item2 is not null)
                .Select(read => (read.map.Reference, read.map.Source, read.Item2!)),
        ];

    /// <summary>Every cluster of some sources.</summary>
    public static IReadOnlyList<NoteSubject> Of(SnapshotSources sources, Snapshot snapshot)
    {
        var manifests = sources.Manifests.ToLookup(manifest => manifest.Cluster, StringComparer.Ordinal);
        var releases = sources.Releases.ToLookup(release => release.Cluster, StringComparer.Ordinal);
        var networks = snapshot.ClusterNames.Select(cluster => snapshot.MeshOf(cluster).Network).Distinct(StringComparer.Ordinal).Count();
        return
        [
            .. snapshot.ClusterNames.Select(cluster => new NoteSubject(
                cluster,
                [.. manifests[cluster].Order(Manifest.Order)],
                [.. releases[cluster].OrderBy(NameOf, StringComparer.Ordinal)]
            )
            {
                Networks = networks,
            }),
        ];
    }

    /// <summary>A variable of istiod's environment; null where it is not given.</summary>
    public string? Environment(string name) => _environment.GetValueOrDefault(name);

    /// <summary>Whether istiod is told to go on as an older version did.</summary>
    public bool HasSwitchedOff(string name, string minor) =>
        Environment(name) is "false" or "0"
        || _releases
            .Where(release => release.IsControlPlane)
            .Select(release => Field.From(release.Values)["compatibilityVersion"].Scalar())
            .OfType<string>()
            .Any(version => IstioSemantics.IsSince(version, minor) == false);

    /// <summary>An object that is touched.</summary>
    public NoteHit At(Manifest manifest, string path = "", bool isCertain = true) =>
        new(Cluster, manifest.Reference, path, manifest.Source, isCertain && !Mask.IsWithin(Field.From(manifest.Body)["spec"].Value));

    /// <summary>A release that is touched.</summary>
    public NoteHit At(ChartRelease release, string path, bool isCertain = true) => new(Cluster, NameOf(release), path, null, isCertain);

    /// <summary>A place of the mesh configuration that is touched.</summary>
    public NoteHit At((string Holder, SourceLocation? Source, Field Mesh) config, string path, bool isCertain = true) =>
        new(Cluster, config.Holder, path, config.Source, isCertain);

    /// <summary>The cluster as a whole, of which the objects do not say whether it is touched.</summary>
    public NoteHit Perhaps() => new(Cluster, "", "", null, IsCertain: false);

    private static string NameOf(ChartRelease release) => $"Release {release.Namespace}/{release.Name}";
}
