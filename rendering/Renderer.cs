using System.Collections.Immutable;
using MeshStack.Rendering.Folders;

namespace MeshStack.Rendering;

/// <summary>Writes recordings as folders that kubectl and helmfile understand, with a README that says in which order.</summary>
public static class Renderer
{
    /// <summary>The file beside the clusters' folders that says what no object says; no cluster's folder has this name.</summary>
    private const string MeshFile = "mesh.yaml";

    /// <summary>Writes a folder per cluster; an earlier rendering in the directory is replaced as a whole, and nothing is written on
    /// failure.</summary>
    /// <returns>The files that were written, relative to the directory, in ordinal order.</returns>
    /// <exception cref="IOException">The directory holds files that no rendering wrote, or cannot be written.</exception>
    public static ImmutableArray<string> Write(Recording recording, string directory) =>
        Write(recording, directory, ImmutableDictionary<string, object?>.Empty);

    /// <summary>The same with a mesh.yaml beside the folders.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="mesh">What the file says under <c>clusters</c>, by cluster; there is none where it is empty.</param>
    /// <exception cref="IOException">The directory holds files that no rendering wrote, or cannot be written.</exception>
    public static ImmutableArray<string> Write(Recording recording, string directory, IReadOnlyDictionary<string, object?> mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var target = new RenderedDirectory(directory);
        target.CheckThatItIsOurs();
        var files = new FileTree();
        var names = new SafeNames(RenderingReadme.FileName, MeshFile);
        var folders = recording.Clusters.ToDictionary(cluster => cluster.Name, cluster => names.Next(cluster.Name), StringComparer.Ordinal);
        var parts = RenderingStep.Of(recording).SelectMany(step => StepFiles.Add(files, folders[step.Cluster.Name], step)).ToList();
        (string, object?)? beside = null;
        if (mesh.Count > 0)
        {
            // What the file says of a cluster needs its folder, where nothing is applied to it too.
            foreach (var cluster in mesh.Keys.Except(parts.Select(part => part.Step.Cluster.Name), StringComparer.Ordinal))
            {
                folders.TryAdd(cluster, names.Next(cluster));
                files.Add(
                    $"{folders[cluster]}/{RenderingReadme.FileName}",
                    writer => writer.Write("Nothing is applied to this cluster.\n")
                );
            }

            var content = new Dictionary<string, object?>
            {
                ["clusters"] = mesh.ToDictionary(known => folders[known.Key], known => known.Value, StringComparer.Ordinal),
            };
            files.Add(MeshFile, writer => YamlText.Write(writer, content));
            beside = (MeshFile, content);
        }

        files.Add(RenderingReadme.FileName, writer => RenderingReadme.Write(writer, parts, beside));
        target.Replace(files);
        return [.. files.Paths];
    }
}
