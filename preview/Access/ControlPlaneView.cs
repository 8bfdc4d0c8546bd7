using MeshStack.Analysis.Config.Mesh;
using MeshStack.Definition;
using MeshStack.Manifests;

namespace MeshStack.Preview.Access;

/// <summary>Which control plane an object or a release is there for, where several share a cluster or one serves several.</summary>
/// <remarks>
/// Istio's configuration is read where a cluster's configuration stands, and mesh configuration is that of the istiod that serves it:
/// https://istio.io/latest/docs/setup/install/external-controlplane/.
/// </remarks>
internal sealed class ControlPlaneView(MeshFacts facts)
{
    private const string ServedBy = "topology.istio.io/controlPlaneClusters";

    private readonly Dictionary<string, ClusterPlan> _plans = facts.Clusters.ToDictionary(
        c => c.Key,
        c => c.Value.Role,
        StringComparer.Ordinal
    );

    /// <summary>The object, in the cluster for whose control plane it is there.</summary>
    public Manifest RehomeFor(Manifest manifest) =>
        manifest.Kind switch
        {
            "Secret" when Guest(manifest.Cluster, manifest.Namespace) is { } guest => manifest with { Cluster = guest },
            "Namespace"
                when _plans.TryGetValue(manifest.Cluster, out var plan)
                    && plan.ConfiguredIn != plan.ServedBy
                    && manifest.Name == plan.SystemNamespace => manifest with
            {
                Body = ReadFrom(manifest.Body, plan.ConfiguredIn),
            },
            _ => manifest,
        };

    /// <summary>The releases of each cluster; a cluster that another one's istiod serves has that one's configuration below its
    /// own.</summary>
    public IEnumerable<ChartRelease> ReleasesOf(Recording recording)
    {
        var releases = recording.HelmReleases.ToLookup(r => r.Cluster, StringComparer.Ordinal);
        foreach (var (name, plan) in _plans.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var serving = plan.RunsIstiod
                ? []
                : releases[plan.ServedBy].Where(r => r.ChartName == "istiod" && r.Namespace == plan.SystemNamespace);
            var own = releases[name].Where(r => r.ChartName != "istiod" || Guest(name, r.Namespace) is null);
            foreach (var release in serving.Concat(own))
            {
                yield return new(name, release.Namespace, release.Name, release.Chart, release.Values) { Version = release.Version };
            }
        }
    }

    /// <summary>The cluster whose control plane is hosted in a namespace of another; null where the cluster's own is.</summary>
    private string? Guest(string host, string? ns) =>
        _plans.TryGetValue(host, out var plan) && plan.RunsIstiod && ns != plan.SystemNamespace
            ? _plans
                .Where(p => p.Value.ServedBy == host && p.Key != host && p.Value.SystemNamespace == ns)
                .Select(p => p.Value.ConfiguredIn)
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
