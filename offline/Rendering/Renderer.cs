using System.Collections.Immutable;

namespace MeshStack.Offline.Rendering;

/// <summary>Writes recordings as folders that kubectl and helmfile understand.</summary>
public static class Renderer
{
    /// <summary>Writes a folder per cluster; an earlier rendering in the directory is replaced as a whole, and nothing is written on failure.</summary>
    /// <returns>The files that were written, relative to the directory, in ordinal order.</returns>
    /// <exception cref="IOException">The directory holds files that no rendering wrote, or cannot be written.</exception>
    public static ImmutableArray<string> Write(Recording recording, string directory)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var target = new RenderedDirectory(directory);
        target.CheckThatItIsOurs();
        var files = new FileTree();
        var folders = new SafeNames();
        foreach (var cluster in recording.Clusters)
        {
            ClusterFiles.Add(files, folders.Next(cluster.Name), cluster);
        }

        target.Replace(files);
        return [.. files.Paths];
    }
}
