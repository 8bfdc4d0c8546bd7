using System.Globalization;
using MeshStack.Manifests;

namespace MeshStack.Offline.Rendering;

/// <summary>The files of one cluster: objects by namespace, a kustomization over them, and the Helm releases.</summary>
internal static class ClusterFiles
{
    // kubectl compares every object of a folder with every other one.
    private const int ObjectsPerFolder = 100;

    private const string ClusterScope = "_cluster";
    private const string KustomizationFile = "kustomization.yaml";

    public static void Add(FileTree files, string root, RecordedCluster cluster)
    {
        var folders = new List<string>();
        var names = new SafeNames(KustomizationFile, Helmfile.FileName, Helmfile.ValuesFolder);
        foreach (var space in cluster.Manifests.GroupBy(manifest => manifest.Namespace).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var chunks = space.Chunk(ObjectsPerFolder).ToArray();
            for (var index = 0; index < chunks.Length; index++)
            {
                // No namespace has a dot in its name.
                var number = index == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{index + 1}");
                var folder = names.Next((space.Key ?? ClusterScope) + number);
                folders.Add(folder);
                AddObjects(files, $"{root}/{folder}", chunks[index]);
            }
        }

        files.Add($"{root}/{KustomizationFile}", writer => YamlText.Write(writer, Kustomization(folders)));
        Helmfile.Add(files, root, cluster);
    }

    private static void AddObjects(FileTree files, string folder, Manifest[] manifests)
    {
        var names = new SafeNames();
        var paths = new List<string>(manifests.Length);
        foreach (var manifest in manifests)
        {
            var name = names.Next($"{manifest.Kind}-{manifest.Name}".ToLowerInvariant()) + ".yaml";
            paths.Add(name);
            files.Add($"{folder}/{name}", writer => ManifestYaml.Write(writer, [manifest]));
        }

        files.Add($"{folder}/{KustomizationFile}", writer => YamlText.Write(writer, Kustomization(paths)));
    }

    private static Dictionary<string, object?> Kustomization(IEnumerable<string> resources) => new()
    {
        ["apiVersion"] = "kustomize.config.k8s.io/v1beta1",
        ["kind"] = "Kustomization",
        ["resources"] = resources.Order(StringComparer.Ordinal).ToArray(),
    };
}
