using MeshStack.Manifests;

namespace MeshStack.Bench.Comparison;

/// <summary>The Istio objects of a mesh as either side wrote them.</summary>
internal static class IstioObjects
{
    /// <summary>
    /// What <c>meshstack render</c> wrote: a folder per cluster, in it a folder per step, in it a folder per namespace, in it a file per
    /// object; what begins with an underscore belongs to the cluster.
    /// </summary>
    public static IReadOnlyList<Manifest> Rendered(string directory) =>
        Read(
            from cluster in Directory.EnumerateDirectories(directory)
            from step in Directory.EnumerateDirectories(cluster, "*-objects")
            from folder in Directory.EnumerateDirectories(step)
            where Path.GetFileName(folder)[0] != '_'
            from file in Directory.EnumerateFiles(folder, "*-*.yaml")
            select (Path.GetFileName(cluster), file)
        );

    /// <summary>What cdk8s wrote: a file per cluster.</summary>
    public static IReadOnlyList<Manifest> Synthesized(string directory)
    {
        const string ending = ".k8s.yaml";
        return Read(Directory.EnumerateFiles(directory, "*" + ending).Select(f => (Path.GetFileName(f)[..^ending.Length], f)));
    }

    private static List<Manifest> Read(IEnumerable<(string Cluster, string File)> files) =>
        [
            .. files
                .SelectMany(f => ManifestYaml.Read(File.ReadAllText(f.File), f.File, f.Cluster))
                .Where(m => m.Group.EndsWith(".istio.io", StringComparison.Ordinal))
                .Order(Manifest.Order),
        ];
}
