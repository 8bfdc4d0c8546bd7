using System.Collections.Immutable;
using MeshStack.Rendering.Folders;

namespace MeshStack.Rendering;

/// <summary>Writes recordings as folders that kubectl and helmfile understand, with a README that says in which order.</summary>
public static class Renderer
{
    /// <summary>Writes a folder per cluster; an earlier rendering in the directory is replaced as a whole, and nothing is written on
    /// failure.</summary>
    /// <returns>The files that were written, relative to the directory, in ordinal order.</returns>
    /// <exception cref="IOException">The directory holds files that no rendering wrote, or cannot be written.</exception>
    public static ImmutableArray<string> Write(Recording recording, string directory)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var target = new RenderedDirectory(directory);
        target.CheckThatItIsOurs();
        var files = new FileTree();
        var names = new SafeNames(RenderingReadme.FileName);
        var folders = recording.Clusters.ToDictionary(cluster => cluster.Name, cluster => names.Next(cluster.Name), StringComparer.Ordinal);
        var parts = RenderingStep.Of(recording).SelectMany(step => StepFiles.Add(files, folders[step.Cluster.Name], step)).ToList();
        files.Add(RenderingReadme.FileName, writer => RenderingReadme.Write(writer, parts));
        target.Replace(files);
        return [.. files.Paths];
    }
}
