using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology;

/// <summary>The objects of a cluster's folder as kubectl applies them: of one that stands there twice the last one counts.</summary>
internal sealed class FolderObjects(string cluster, string root, Func<string, string> relative, FolderDocuments documents)
{
    private readonly List<Finding> _notes = [];
    private readonly KustomizationBuild _build = new(cluster, root, relative, documents);

    /// <summary>What is said about how it was read.</summary>
    public IEnumerable<Finding> Notes => _build.Notes.Concat(_notes);

    /// <summary>Why nothing of the cluster is decided; null where all was built.</summary>
    public string? Unbuilt => _build.Unbuilt;

    /// <param name="files">The files, ordinal, without those that are no manifests by what they are for.</param>
    /// <param name="kustomizations">The kustomizations among them, by folder.</param>
    public IReadOnlyList<Manifest> Read(IReadOnlyList<string> files, IReadOnlyDictionary<string, Kustomization> kustomizations)
    {
        List<Manifest> built = [];
        var inner = kustomizations
            .Values.SelectMany(one => one.Resources.Select(resource => Path.GetFullPath(Path.Combine(one.Folder, resource))))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var outer in kustomizations.Values.Where(one => !inner.Contains(Path.GetFullPath(one.Folder))))
        {
            built.AddRange(_build.Of(outer, kustomizations));
        }

        foreach (var file in files.Where(file => !_build.Listed.Contains(Path.GetFullPath(file))))
        {
            if (Above(file, kustomizations) is { } above)
            {
                documents.Pass(file, $"It is not read: {relative(above.File)} does not list it.");
            }
            else
            {
                built.AddRange(documents.Read(file));
            }
        }

        return Applied(built);
    }

    // kubectl applies one after the other, and each replaces the one before it.
    private List<Manifest> Applied(IReadOnlyList<Manifest> manifests)
    {
        Dictionary<(string, string, string, string), Manifest> last = [];
        List<Manifest> applied = [];
        foreach (var manifest in manifests)
        {
            if (FolderDocuments.IsDeletion(manifest))
            {
                if (last.Remove(IdentityOf(manifest), out var gone))
                {
                    _notes.Add(FolderDocuments.TakenAway(cluster, gone, manifest.Source?.File ?? "a patch"));
                }

                continue;
            }

            if (Manifest.IsGenerated(manifest.Body, out _))
            {
                applied.Add(manifest);
                continue;
            }

            if (last.TryGetValue(IdentityOf(manifest), out var before) && !SameValues.Of.Equals([before.Body], [manifest.Body]))
            {
                _notes.Add(
                    new(
                        Severity.Warning,
                        ReadingCodes.ObjectTwice,
                        cluster,
                        before.Reference,
                        "",
                        $"It does not count: it stands in {manifest.Source} too, and the last one replaces those before it, as with "
                            + "kubectl.",
                        before.Source
                    )
                );
            }

            last[IdentityOf(manifest)] = manifest;
        }

        return [.. applied, .. manifests.Where(manifest => last.GetValueOrDefault(IdentityOf(manifest)) == (object)manifest)];
    }

    private static (string, string, string, string) IdentityOf(Manifest manifest) =>
        (manifest.Group, manifest.Kind, manifest.Namespace ?? "default", manifest.Name);

    private static Kustomization? Above(string file, IReadOnlyDictionary<string, Kustomization> kustomizations)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(file)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (kustomizations.TryGetValue(folder, out var found))
            {
                return found;
            }
        }

        return null;
    }
}
