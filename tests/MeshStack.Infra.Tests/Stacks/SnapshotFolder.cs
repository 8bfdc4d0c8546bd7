using System.Text;
using MeshStack.Infra.Tests.Topologies;
using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>
/// What the checked-in stacks and each combination put on their clusters, as a folder of files. An object has a file, which it shares with
/// all clusters that get the same text, so that a change of it shows once; the list of a cluster names the files of its objects.
/// </summary>
internal static class SnapshotFolder
{
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "tests", "MeshStack.Infra.Tests", "Snapshots", "rendered");

    /// <summary>The texts by their files, which are paths from the folder.</summary>
    public static SortedDictionary<string, string> Render()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var objects = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (stack, recording) in Stacks())
        {
            foreach (var cluster in recording.Clusters)
            {
                var list = new StringBuilder();
                foreach (var manifest in cluster.HelmReleases.Select(ClusterText.AsManifest).Concat(cluster.Manifests))
                {
                    var text = ClusterText.Of([manifest]);
                    if (!objects.TryGetValue(text, out var file))
                    {
                        // The first cluster that gets a text gives its file the name.
                        var name = manifest.Namespace is { } ns ? $"{ns}.{manifest.Name}" : manifest.Name;
                        file = $"objects/{manifest.Kind}/{name}@{stack}.{cluster.Name}.yaml";
                        objects.Add(text, file);
                        files.Add(file, text);
                    }

                    list.Append(file).Append('\n');
                }

                files.Add($"stacks/{stack}/{cluster.Name}.txt", list.ToString());
            }
        }

        return files;
    }

    /// <summary>What is checked in.</summary>
    public static SortedDictionary<string, string> Read() =>
        new(
            Directory
                .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
                .ToDictionary(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'), File.ReadAllText),
            StringComparer.Ordinal
        );

    public static void Write(IReadOnlyDictionary<string, string> files)
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }

        foreach (var (file, text) in files)
        {
            var path = System.IO.Path.Combine(Path, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    private static IEnumerable<(string Name, Recording Recording)> Stacks() =>
        new[] { "dev", "prod" }
            .Select(stack => (stack, StackPreview.Run(Repository.Root, stack).Recording))
            .Concat(Combination.All.Select(combination => (combination.Name, combination.Preview().Recording)));
}
