using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology;

/// <summary>A kustomization as far as it is built: what it lists, the namespace that it sets and the objects that it takes away.</summary>
/// <remarks>Source: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/.</remarks>
internal sealed class Kustomization
{
    private static readonly string[] Names = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    // What changes nothing that answers depend on.
    private static readonly string[] WithoutEffect =
    [
        "apiVersion",
        "kind",
        "metadata",
        "replicas",
        "crds",
        "openapi",
        "secretGenerator",
        "generatorOptions",
        "sortOptions",
        "buildMetadata",
        "validators",
    ];

    public Kustomization(string file, Field document)
    {
        File = file;
        Resources = [.. document["resources"].Texts(), .. document["bases"].Texts()];
        Namespace = document["namespace"].Text;
        var patches = document["patches"]
            .Items.Select(patch => (Path: patch["path"].Text, patch["patch"].Text))
            .Concat(document["patchesStrategicMerge"].Texts().Select(AsPatch))
            .ToArray();
        PatchFiles = [.. patches.Select(patch => patch.Path).OfType<string>()];
        InlinePatches = [.. patches.Select(patch => patch.Text).OfType<string>()];
        Unbuilt = document.Entries.Where(IsUnbuilt).Select(entry => entry.Name).FirstOrDefault();
    }

    /// <summary>The file.</summary>
    public string File { get; }

    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>The files and folders that it lists.</summary>
    public IReadOnlyList<string> Resources { get; }

    /// <summary>The namespace that all its objects are put into; null where they keep their own.</summary>
    public string? Namespace { get; }

    /// <summary>The files with its patches.</summary>
    public IReadOnlyList<string> PatchFiles { get; }

    /// <summary>The patches that stand in it.</summary>
    public IReadOnlyList<string> InlinePatches { get; }

    /// <summary>The key by which it does what is not built; null where all of it is.</summary>
    public string? Unbuilt { get; }

    public static bool Is(string file) => Names.Contains(Path.GetFileName(file));

    private static (string? Path, string? Text) AsPatch(string given) => given.Contains('\n') ? (null, given) : (given, null);

    private static bool IsUnbuilt(Field entry) =>
        entry.Name switch
        {
            "resources" or "bases" or "namespace" or "patches" or "patchesStrategicMerge" => false,

            // A label of the objects themselves, which nobody selects by.
            "labels" => entry.Items.Any(item =>
                item["includeSelectors"].IsTrue
                || item["includeTemplates"].IsTrue
                || item["fields"].HasContent
                || item["pairs"].Entries.Any(pair => pair.Name.Contains("istio", StringComparison.Ordinal))
            ),
            "commonAnnotations" => entry.Entries.Any(pair => pair.Name.Contains("istio", StringComparison.Ordinal)),

            // The image of istiod says its version.
            "images" => entry.Items.Any(image => image["name"].Text?.Contains("pilot", StringComparison.Ordinal) == true),
            "configMapGenerator" => entry.Items.Any(item => item["name"].Text?.StartsWith("istio", StringComparison.Ordinal) != false),
            _ => entry.HasContent && !WithoutEffect.Contains(entry.Name),
        };
}
