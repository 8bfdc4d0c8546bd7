namespace MeshStack.Rendering.Records;

/// <summary>The Kubernetes objects among the resources; patches are merged into the objects that they patch.</summary>
internal sealed class KubernetesObjects
{
    private readonly IReadOnlyList<RecordedResource> _resources;
    private readonly Manifest?[] _manifests;
    private readonly Dictionary<Identity, int> _owners = [];
    private readonly SortedSet<string> _problems = new(StringComparer.Ordinal);

    private KubernetesObjects(IReadOnlyList<RecordedResource> resources) =>
        (_resources, _manifests) = (resources, new Manifest?[resources.Count]);

    /// <summary>The objects, each at the place of its resource.</summary>
    public IReadOnlyList<Manifest?> Manifests => _manifests;

    /// <summary>Objects that two resources make.</summary>
    public IEnumerable<string> Problems => _problems;

    public static KubernetesObjects From(IReadOnlyList<RecordedResource> resources)
    {
        var objects = new KubernetesObjects(resources);
        objects.Add();
        return objects;
    }

    private void Add()
    {
        var patches = new List<int>();
        for (var index = 0; index < _resources.Count; index++)
        {
            var resource = _resources[index];
            if (resource is not { IsRead: false, IsComponent: false, Cluster: { } cluster } || resource.Id.Type == PulumiTypes.HelmRelease)
            {
                continue;
            }

            if (IsPatch(resource))
            {
                patches.Add(index);
            }
            else
            {
                Add(index, cluster, Complete(resource, cluster), isPatch: false);
            }
        }

        // Objects first: a patch looks for what it patches.
        foreach (var index in patches)
        {
            Add(index, _resources[index].Cluster!, _resources[index].Inputs, isPatch: true);
        }
    }

    private static bool IsPatch(RecordedResource resource) =>
        resource.Id.Type.EndsWith("Patch", StringComparison.Ordinal)
        && resource.Inputs.TryGetValue("kind", out var kind)
        && resource.Id.Type.EndsWith($":{kind}Patch", StringComparison.Ordinal);

    private static IReadOnlyDictionary<string, object?> Complete(RecordedResource resource, string cluster)
    {
        var metadata = resource.Inputs.At("metadata") as ObjectMap ?? ObjectMap.Empty;
        return
            metadata.ContainsKey("name")
            || !resource.Inputs.ContainsKey("kind")
            || resource.Id.Type.EndsWith("List", StringComparison.Ordinal)
            ? resource.Inputs
            : ObjectMap.From(resource.Inputs).With("metadata", metadata.With("name", Placeholder.Of(cluster, resource.Id.Name, "name")));
    }

    private void Add(int index, string cluster, IReadOnlyDictionary<string, object?> body, bool isPatch)
    {
        if (
            body.At("apiVersion") is not string { Length: > 0 }
            || body.At("kind") is not string { Length: > 0 }
            || body.At("metadata", "name") is not string { Length: > 0 }
        )
        {
            return;
        }

        var manifest = Manifest.OfNormalized(cluster, body);
        var identity = new Identity(cluster, manifest.Group, manifest.Kind, manifest.Namespace, manifest.Name);
        if (manifest.Name == SecretMask.Text || _owners.TryAdd(identity, index))
        {
            _manifests[index] = manifest;
        }
        else if (isPatch)
        {
            ref var patched = ref _manifests[_owners[identity]];
            patched = Manifest.OfNormalized(cluster, ObjectMerge.Of(patched!.Body, manifest.Body));
        }
        else
        {
            var (first, second) = (_resources[_owners[identity]].Id.Name, _resources[index].Id.Name);
            _problems.Add($"{manifest.Reference} of cluster '{cluster}' is registered twice, as '{first}' and as '{second}'");
        }
    }

    private readonly record struct Identity(string Cluster, string Group, string Kind, string? Namespace, string Name);
}
