using MeshStack.Manifests;
using MeshStack.Offline;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>All that one cluster gets, as one text.</summary>
internal static class ClusterText
{
    public static string Of(RecordedCluster cluster)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ManifestYaml.Write(writer, cluster.HelmReleases.Select(AsManifest).Concat(cluster.Manifests));
        return writer.ToString();
    }

    private static Manifest AsManifest(HelmRelease release) =>
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
