using System.Globalization;

namespace MeshStack.Rendering.Folders;

/// <summary>The files of one step: objects by namespace under a kustomization, those that have to be filled in under one of their own, and
/// Helm releases.</summary>
internal static class StepFiles
{
    // kubectl compares every object of a folder with every other one.
    private const int ObjectsPerFolder = 100;

    private const string ClusterScope = "_cluster";
    private const string KustomizationFile = "kustomization.yaml";

    /// <summary>Adds the step's files; what is to be done with them, in order.</summary>
    /// <param name="files">Takes the files.</param>
    /// <param name="root">The cluster's folder.</param>
    /// <param name="step">The step.</param>
    public static IEnumerable<RenderedPart> Add(FileTree files, string root, RenderingStep step)
    {
        var parts = new List<RenderedPart>();
        var number = step.Number.ToString("00", CultureInfo.InvariantCulture);
        if (step.Objects.Count + step.Files.Count > 0)
        {
            var folder = $"{root}/{number}-objects";
            parts.Add(new(step, folder, AddObjects(files, folder, step.Objects, step.Files)));
        }

        if (step.Incomplete.Count > 0)
        {
            var folder = $"{root}/{number}-fill-in";
            parts.Add(new(step, folder, AddObjects(files, folder, step.Incomplete, [])));
        }

        if (step.Releases.Count > 0)
        {
            var folder = $"{root}/{number}-releases";
            parts.Add(new(step, folder, Helmfile.Add(files, folder, step)) { IsHelm = true });
        }

        return parts;
    }

    private static List<(string File, object? Content)> AddObjects(
        FileTree files,
        string root,
        IReadOnlyList<Manifest> manifests,
        IReadOnlyList<string> urls
    )
    {
        var written = new List<(string File, object? Content)>();
        var folders = new List<string>();
        var names = new SafeNames(KustomizationFile);
        foreach (var ns in manifests.GroupBy(manifest => manifest.Namespace).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var chunks = ns.Chunk(ObjectsPerFolder).ToArray();
            for (var index = 0; index < chunks.Length; index++)
            {
                // No namespace has a dot in its name.
                var number = index == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{index + 1}");
                var folder = names.Next((ns.Key ?? ClusterScope) + number);
                folders.Add(folder);
                AddFolder(files, $"{root}/{folder}", chunks[index], written);
            }
        }

        files.Add(
            $"{root}/{KustomizationFile}",
            writer => YamlText.Write(writer, Kustomization(urls.Concat(folders.Order(StringComparer.Ordinal))))
        );
        return written;
    }

    private static void AddFolder(FileTree files, string folder, Manifest[] manifests, List<(string File, object? Content)> written)
    {
        var names = new SafeNames();
        var paths = new List<string>(manifests.Length);
        foreach (var manifest in manifests)
        {
            var name = names.Next($"{manifest.Kind}-{manifest.Name}".ToLowerInvariant()) + ".yaml";
            paths.Add(name);
            written.Add(($"{folder}/{name}", manifest.Body));
            files.Add($"{folder}/{name}", writer => ManifestYaml.Write(writer, [manifest]));
        }

        files.Add($"{folder}/{KustomizationFile}", writer => YamlText.Write(writer, Kustomization(paths.Order(StringComparer.Ordinal))));
    }

    private static Dictionary<string, object?> Kustomization(IEnumerable<string> resources) =>
        new()
        {
            ["apiVersion"] = "kustomize.config.k8s.io/v1beta1",
            ["kind"] = "Kustomization",
            ["resources"] = resources.ToArray(),

            // Namespaces first and webhooks last, whatever a version of kustomize does by default.
            ["sortOptions"] = new Dictionary<string, object?> { ["order"] = "legacy" },
        };
}
