using System.Collections.Immutable;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Topology;
using MeshStack.Preview.Transitions;

namespace MeshStack.Preview.Upgrades;

/// <summary>The state of a mesh that an upgrade starts from.</summary>
internal static class RunningCluster
{
    /// <summary>What a stack's definition leads to, with the versions that run now; a revision that has its version's name has that of the
    /// version.</summary>
    public static MeshState Of(MeshState defined, IReadOnlyDictionary<string, string> versions) =>
        Plain(
            defined,
            defined.Clusters.ToImmutableSortedDictionary(
                cluster => cluster.Key,
                cluster => At(cluster.Value, versions[cluster.Key]),
                StringComparer.Ordinal
            )
        );

    /// <summary>What the objects of each cluster show.</summary>
    public static MeshState Of(SnapshotSources sources, Snapshot snapshot, IReadOnlyDictionary<string, string> versions)
    {
        var manifests = sources.Manifests.ToLookup(manifest => manifest.Cluster, StringComparer.Ordinal);
        var releases = sources.Releases.ToLookup(release => release.Cluster, StringComparer.Ordinal);
        return new(
            "",
            "",
            null,
            snapshot.ClusterNames.ToImmutableSortedDictionary(
                name => name,
                name => Of(snapshot, name, new ClusterObjects(manifests[name]), releases[name], versions[name]),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>The same mesh with other clusters, and nothing that takes a plan to know.</summary>
    public static MeshState Plain(MeshState state, ImmutableSortedDictionary<string, ClusterState> clusters) =>
        new(state.Topology, state.MeshId, state.Trust, clusters) { Stack = state.Stack };

    /// <summary>The name of a revision that is called by its version.</summary>
    public static string NameOf(string version) => version.Replace('.', '-');

    private static ClusterState At(ClusterState cluster, string version)
    {
        var names = cluster.Revisions.ToDictionary(
            revision => revision.Key,
            revision => revision.Key == NameOf(revision.Value) ? NameOf(version) : revision.Key,
            StringComparer.Ordinal
        );

        // Two revisions are of two versions, of which none is the one that runs.
        return names.Count > 1
            ? cluster
            : cluster with
            {
                Revisions = cluster.Revisions.ToImmutableSortedDictionary(
                    revision => names[revision.Key],
                    _ => version,
                    StringComparer.Ordinal
                ),
                Tags = cluster.Tags.ToImmutableSortedDictionary(
                    tag => tag.Key,
                    tag => names.GetValueOrDefault(tag.Value, tag.Value),
                    StringComparer.Ordinal
                ),
                Namespaces = cluster.Namespaces.ToImmutableSortedDictionary(
                    one => one.Key,
                    one => names.GetValueOrDefault(one.Value, one.Value),
                    StringComparer.Ordinal
                ),
            };
    }

    private static ClusterState Of(
        Snapshot snapshot,
        string name,
        ClusterObjects objects,
        IEnumerable<ChartRelease> releases,
        string version
    )
    {
        var (mesh, istiods) = (snapshot.MeshOf(name), IstioRevision.Of(releases, objects));
        return new(snapshot.ControlPlaneOf(name).Name, mesh.RootNamespace, mesh.TrustDomain, mesh.Network)
        {
            Revisions =
                istiods.Count == 0
                    ? ImmutableSortedDictionary<string, string>.Empty.Add(RevisionSet.Default, version)
                    : istiods
                        .DistinctBy(istiod => istiod.Name)
                        .ToImmutableSortedDictionary(istiod => istiod.Name, istiod => istiod.Version ?? version, StringComparer.Ordinal),
            Tags = istiods
                .SelectMany(istiod => istiod.Tags.Select(tag => (Tag: tag, istiod.Name)))
                .DistinctBy(one => one.Tag)
                .ToImmutableSortedDictionary(one => one.Tag, one => one.Name, StringComparer.Ordinal),
            Namespaces = objects
                .Of("Namespace")
                .DistinctBy(ns => ns.Name)
                .Select(ns => (ns.Name, Reference: ReferenceOf(ns.Labels())))
                .Where(one => one.Reference is not null)
                .ToImmutableSortedDictionary(one => one.Name, one => one.Reference!, StringComparer.Ordinal),
        };
    }

    private static string? ReferenceOf(Field labels) =>
        labels["istio-injection"].Text == "enabled" ? RevisionSet.Default
        : labels["istio-injection"].Text == "disabled" ? null
        : labels["istio.io/rev"].Text;
}
