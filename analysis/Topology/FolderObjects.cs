using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology;

/// <summary>The objects of a cluster's folder as kubectl applies them: kustomizations are built as far as they list resources, set their
/// namespace and take objects away, and of an object that stands there twice the last one counts.</summary>
internal sealed class FolderObjects(string cluster, string root, Func<string, string> relative, FolderDocuments documents)
{
    private static readonly string[] Unplaced = ["Namespace", "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition"];

    private readonly List<Finding> _notes = [];
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private string? _unbuilt;

    /// <summary>What is said about how it was read.</summary>
    public IReadOnlyList<Finding> Notes => _notes;

    /// <summary>Why nothing of the cluster is decided; null where all was built.</summary>
    public string? Unbuilt => _unbuilt;

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
            built.AddRange(Build(outer, kustomizations, []));
        }

        foreach (var file in files.Where(file => !_listed.Contains(Path.GetFullPath(file))))
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

    private List<Manifest> Build(
        Kustomization kustomization,
        IReadOnlyDictionary<string, Kustomization> kustomizations,
        IReadOnlyList<string> within
    )
    {
        if (kustomization.Unbuilt is { } key)
        {
            Leave(kustomization, $"has {key}, which is not built");
        }

        List<Manifest> objects = [];
        foreach (var resource in kustomization.Resources)
        {
            var path = Path.GetFullPath(Path.Combine(kustomization.Folder, resource));
            if (kustomizations.TryGetValue(path, out var inner) && !within.Contains(path))
            {
                objects.AddRange(Build(inner, kustomizations, [.. within, Path.GetFullPath(kustomization.Folder)]));
            }
            else if (IsInside(path) && File.Exists(path))
            {
                _ = _listed.Add(path);
                objects.AddRange(documents.Read(path));
            }
            else
            {
                Leave(kustomization, $"lists {resource}, which is not there to be read");
            }
        }

        if (kustomization.Namespace is { Length: > 0 } ns)
        {
            objects = [.. objects.Select(one => Placed(one, ns))];
        }

        foreach (var patch in PatchesOf(kustomization))
        {
            if (!FolderDocuments.IsDeletion(patch))
            {
                Leave(kustomization, $"patches {patch.Reference}, which is not built");
            }
            else if (objects.FindAll(one => IsSame(one, patch)) is { Count: > 0 } gone)
            {
                objects.RemoveAll(gone.Contains);
                gone.ForEach(one => TakeAway(one, relative(kustomization.File)));
            }
        }

        return objects;
    }

    private List<Manifest> PatchesOf(Kustomization kustomization)
    {
        List<Manifest> patches = [];
        foreach (var given in kustomization.PatchFiles)
        {
            var path = Path.GetFullPath(Path.Combine(kustomization.Folder, given));
            _ = _listed.Add(path);
            if (IsInside(path) && File.Exists(path))
            {
                Read(TextFile.Read(path, relative(path)), given);
            }
            else
            {
                Leave(kustomization, $"has the patch {given}, which is not there to be read");
            }
        }

        foreach (var text in kustomization.InlinePatches)
        {
            Read(text, "a patch");
        }

        return patches;

        void Read(string text, string name)
        {
            var reader = new ManifestReader(name, cluster);
            reader.Read(text);
            patches.AddRange(reader.Manifests);
            if (reader.Problems.Count > 0)
            {
                Leave(kustomization, $"has {name} of another form than an object's, which is not built");
            }
        }
    }

    private void Leave(Kustomization kustomization, string why)
    {
        var file = relative(kustomization.File);
        _unbuilt ??= $"{file} {why}";
        _notes.Add(
            new(
                Severity.Warning,
                ReadingCodes.KustomizationNotBuilt,
                cluster,
                "",
                "",
                $"It {why}: what it makes of {cluster} is not known; kustomize build writes what is applied.",
                new SourceLocation(file, 1)
            )
        );
    }

    private void TakeAway(Manifest manifest, string by) =>
        _notes.Add(
            new(
                Severity.Info,
                ReadingCodes.ObjectTakenAway,
                cluster,
                manifest.Reference,
                "",
                $"It does not count: {by} takes it away ($patch: delete).",
                manifest.Source
            )
        );

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
                    TakeAway(gone, manifest.Source?.File ?? "a patch");
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

    private static bool IsSame(Manifest one, Manifest patch) =>
        one.Group == patch.Group
        && one.Kind == patch.Kind
        && one.Name == patch.Name
        && (patch.Namespace is null || (one.Namespace ?? "default") == patch.Namespace);

    private static Manifest Placed(Manifest manifest, string ns)
    {
        if (manifest.Kind != "Namespace" && Unplaced.Contains(manifest.Kind))
        {
            return manifest;
        }

        Dictionary<string, object?> metadata = new(
            manifest.Body.At("metadata") as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>(),
            StringComparer.Ordinal
        )
        {
            [manifest.Kind == "Namespace" ? "name" : "namespace"] = ns,
        };
        return Manifest.OfNormalized(
            manifest.Cluster,
            new Dictionary<string, object?>(manifest.Body, StringComparer.Ordinal) { ["metadata"] = metadata },
            manifest.Source
        );
    }

    private bool IsInside(string path) => !Path.GetRelativePath(root, path).StartsWith("..", StringComparison.Ordinal);

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
