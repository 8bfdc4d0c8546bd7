using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>Which objects make which pods, as far as the manifests have both: a pod whose owner is there is no workload of its
/// own.</summary>
internal sealed class PodOwners
{
    private const int MostOwners = 4;

    // These are named after what made them, with a dash and a suffix.
    private static readonly string[] Made = ["ReplicaSet", "Job"];

    private readonly Dictionary<(string Namespace, string Kind, string Name), Manifest> _templates = [];
    private readonly ILookup<(string Namespace, string Name), Manifest> _makers;
    private readonly ILookup<(string Namespace, string Kind, string Name), (PodTemplate Pod, Unreadable? Unreadable)> _running;

    public PodOwners(IEnumerable<Manifest> manifests, ClusterMasks masks)
    {
        // A template that is hidden makes pods as well.
        var pods = manifests
            .Select(manifest => (Manifest: manifest, Pod: PodTemplate.From(manifest)))
            .Where(entry =>
                entry.Pod is not null || (masks.Of(entry.Manifest)?.Unread is not null && MaskedKinds.MayBeWorkload(entry.Manifest))
            )
            .ToArray();
        foreach (var (manifest, _) in pods)
        {
            _templates.TryAdd(KeyOf(manifest), manifest);
        }

        _makers = _templates
            .Where(entry => entry.Key.Kind != "Pod" && !Made.Contains(entry.Key.Kind))
            .ToLookup(entry => (entry.Key.Namespace, entry.Key.Name), entry => entry.Value);
        _running = pods.Where(entry => entry.Pod?.IsRunning == true)
            .ToLookup(entry => KeyOf(FirstOf(entry.Manifest)), entry => (entry.Pod!, masks.Of(entry.Manifest)?.Unread));
    }

    /// <summary>True where another object of the manifests makes it, or would if it were not scaled to nothing.</summary>
    public bool Cover(Manifest manifest) =>
        OwnerOf(manifest) is not null
        || (Controller(manifest) is not null && manifest.Kind == "ReplicaSet" && manifest.Spec["replicas"].Integer == 0);

    /// <summary>The pods that a cluster runs for it; none where the manifests have none.</summary>
    public IEnumerable<PodTemplate> RunningOf(Manifest manifest) => _running[KeyOf(manifest)].Select(running => running.Pod);

    /// <summary>What hides the first of them; null where all are read.</summary>
    public Unreadable? HiddenOf(Manifest manifest) => _running[KeyOf(manifest)].Select(running => running.Unreadable).FirstHidden();

    private static (string Namespace, string Kind, string Name) KeyOf(Manifest manifest) =>
        (manifest.Namespace ?? "default", manifest.Kind, manifest.Name);

    private static Field? Controller(Manifest manifest) =>
        manifest.Metadata()["ownerReferences"].Items.FirstOrDefault(owner => owner["controller"].IsTrue);

    private Manifest FirstOf(Manifest manifest)
    {
        var first = manifest;
        for (var hops = 0; hops < MostOwners && OwnerOf(first) is { } owner; hops++)
        {
            first = owner;
        }

        return first;
    }

    private Manifest? OwnerOf(Manifest manifest)
    {
        if (Controller(manifest) is not { } owner || owner["kind"].Text is not { } kind || owner["name"].Text is not { } name)
        {
            return null;
        }

        var ns = manifest.Namespace ?? "default";
        return _templates.TryGetValue((ns, kind, name), out var found) && !ReferenceEquals(found, manifest) ? found
            : Made.Contains(kind) && name.LastIndexOf('-') is > 0 and var dash ? _makers[(ns, name[..dash])].FirstOrDefault()
            : null;
    }
}
