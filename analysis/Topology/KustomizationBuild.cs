namespace MeshStack.Analysis.Topology;

/// <summary>Builds kustomizations as far as they list resources, set their namespace and take objects away.</summary>
/// <remarks>Source: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/.</remarks>
internal sealed class KustomizationBuild(string cluster, string root, Func<string, string> relative, FolderDocuments documents)
{
    // Each may list others twice, so that some lines stand for more than any memory holds.
    private const int MostBuilds = 1_000;

    private static readonly string[] Unplaced = ["Namespace", "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition"];

    private readonly List<Finding> _notes = [];
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private int _builds;

    /// <summary>What is said about how they were built.</summary>
    public IReadOnlyList<Finding> Notes => _notes;

    /// <summary>The files that they list.</summary>
    public IReadOnlySet<string> Listed => _listed;

    /// <summary>Why nothing of the cluster is decided; null where all was built.</summary>
    public string? Unbuilt { get; private set; }

    /// <summary>The objects of one that no other lists.</summary>
    /// <param name="kustomization">The kustomization.</param>
    /// <param name="kustomizations">All of them, by folder.</param>
    public IReadOnlyList<Manifest> Of(Kustomization kustomization, IReadOnlyDictionary<string, Kustomization> kustomizations) =>
        Build(kustomization, kustomizations, []);

    private List<Manifest> Build(
        Kustomization kustomization,
        IReadOnlyDictionary<string, Kustomization> kustomizations,
        IReadOnlyList<string> within
    )
    {
        if (++_builds > MostBuilds)
        {
            if (_builds == MostBuilds + 1)
            {
                Leave(kustomization, $"is listed after more than {MostBuilds} others, of which each counts as often as it is listed");
            }

            return [];
        }

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
            else if (!ObjectBundles.HasDefinitionsAlone(resource))
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
                gone.ForEach(one => _notes.Add(FolderDocuments.TakenAway(cluster, one, relative(kustomization.File))));
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
        Unbuilt ??= $"{file} {why}";
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
}
