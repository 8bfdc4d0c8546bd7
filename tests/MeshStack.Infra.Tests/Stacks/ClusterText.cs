using MeshStack.Manifests;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>What a cluster gets, as text.</summary>
internal static class ClusterText
{
    /// <summary>All that one cluster gets, as one text.</summary>
    public static string Of(RecordedCluster cluster) => Of(cluster.HelmReleases.Select(AsManifest).Concat(cluster.Manifests));

    public static string Of(IEnumerable<Manifest> manifests)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ManifestYaml.Write(writer, manifests);
        return writer.ToString();
    }

    public static Manifest AsManifest(HelmRelease release) =>
        Manifest.From(
            release.Cluster,
            new Dictionary<string, object?>
            {
                ["apiVersion"] = "helm.sh/v3",
                ["kind"] = "Release",
                ["metadata"] = new Dictionary<string, object?> { ["name"] = release.Name, ["namespace"] = release.Namespace },
                ["chart"] = release.Chart,
                ["needs"] = release.Needs.Cast<object?>().ToList(),
                ["repository"] = release.Repository,
                ["values"] = release.Values,
                ["version"] = release.Version,
            }
        );
}
