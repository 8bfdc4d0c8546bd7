using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Topology;

/// <summary>Which control plane an object or a release is there for, where several share a cluster or one serves several.</summary>
/// <remarks>
/// Istio's configuration is read where a cluster's configuration stands, and mesh configuration is that of the istiod that serves it:
/// https://istio.io/latest/docs/setup/install/external-controlplane/.
/// </remarks>
internal sealed class ControlPlaneView
{
    private const string ServedBy = "topology.istio.io/controlPlaneClusters";

    private readonly SortedDictionary<string, ControlPlanePlace> _places = new(StringComparer.Ordinal);

    private ControlPlaneView(IReadOnlyDictionary<string, ClusterSettings> settings)
    {
        foreach (var (cluster, known) in settings.Where(one => one.Value.ControlPlane is not null))
        {
            _places[cluster] = known.ControlPlane!;
        }
    }

    /// <summary>The sources with every object and release in the cluster for whose control plane it is there.</summary>
    public static SnapshotSources Of(SnapshotSources sources)
    {
        var view = new ControlPlaneView(sources.Settings);
        return view._places.Count == 0
            ? sources
            : sources with
            {
                Manifests = [.. sources.Manifests.Select(view.RehomeFor)],
                Releases = [.. view.ReleasesOf(sources.Releases)],
            };
    }

    private Manifest RehomeFor(Manifest manifest) =>
        manifest.Kind switch
        {
            "Secret" when Guest(manifest.Cluster, manifest.Namespace) is { } guest => manifest with { Cluster = guest },
            "Namespace"
                when _places.TryGetValue(manifest.Cluster, out var place)
                    && place.Configuration != place.Cluster
                    && manifest.Name == place.Namespace => manifest with
            {
                Body = ReadFrom(manifest.Body, place.Configuration),
            },
            _ => manifest,
        };

    // A cluster that another one's istiod serves has that one's configuration below its own.
    private IEnumerable<ChartRelease> ReleasesOf(IReadOnlyList<ChartRelease> given)
    {
        var releases = given.ToLookup(release => release.Cluster, StringComparer.Ordinal);
        var clusters = _places.Keys.Concat(releases.Select(own => own.Key)).Distinct(StringComparer.Ordinal);
        foreach (var name in clusters.Order(StringComparer.Ordinal))
        {
            var serving =
                _places.TryGetValue(name, out var place) && place.Cluster != name
                    ? releases[place.Cluster].Where(release => release.IsControlPlane && release.Namespace == place.Namespace)
                    : [];
            var own = releases[name].Where(release => !release.IsControlPlane || Guest(name, release.Namespace) is null);
            foreach (var release in serving.Concat(own))
            {
                yield return release with
                {
                    Cluster = name,
                };
            }
        }
    }

    /// <summary>The cluster whose control plane is hosted in a namespace of another; null where the cluster's own is.</summary>
    private string? Guest(string host, string? ns) =>
        _places.TryGetValue(host, out var place) && place.Cluster == host && ns != place.Namespace
            ? _places
                .Where(other => other.Value.Cluster == host && other.Key != host && other.Value.Namespace == ns)
                .Select(other => other.Value.Configuration)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            : null;

    private static Dictionary<string, object?> ReadFrom(IReadOnlyDictionary<string, object?> body, string cluster)
    {
        var metadata = Copy(body.GetValueOrDefault("metadata"));
        var annotations = Copy(metadata.GetValueOrDefault("annotations"));
        annotations[ServedBy] = cluster;
        metadata["annotations"] = annotations;
        return new(body, StringComparer.Ordinal) { ["metadata"] = metadata };
    }

    private static Dictionary<string, object?> Copy(object? map) =>
        map is IReadOnlyDictionary<string, object?> entries ? new(entries, StringComparer.Ordinal) : new(StringComparer.Ordinal);
}
