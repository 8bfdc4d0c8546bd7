using MeshStack.Analysis.Topology;
using MeshStack.Cli.Reports;
using MeshStack.Manifests;

namespace MeshStack.Cli.Review;

/// <summary>Names files by the folder that a reader knows, wherever what is read of it lies.</summary>
/// <param name="folder">Where it lies.</param>
/// <param name="shown">What the reader knows it by.</param>
internal sealed class GivenPaths(string folder, string shown)
{
    public SnapshotSources In(SnapshotSources sources) =>
        folder == shown
            ? sources
            : sources with
            {
                Manifests = [.. sources.Manifests.Select(manifest => manifest with { Source = In(manifest.Source) })],
                Notes = [.. sources.Notes.Select(note => note with { Source = In(note.Source), Message = In(note.Message) })],
                Unbuilt = sources.Unbuilt.ToDictionary(one => one.Key, one => In(one.Value), StringComparer.Ordinal),
            };

    public InputError In(InputError error) => new(error.File is { } file ? In(file) : null, error.Line, error.Path, In(error.Message));

    private SourceLocation? In(SourceLocation? at) => at is null ? null : at with { File = In(at.File) };

    private string In(string text) => text.Replace(folder, shown, StringComparison.Ordinal);
}
