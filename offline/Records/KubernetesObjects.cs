using MeshStack.Manifests;
using MeshStack.Offline.Placeholders;
using MeshStack.Offline.Runs;
using MeshStack.Offline.Secrets;

namespace MeshStack.Offline.Records;

/// <summary>The Kubernetes objects among the resources; patches are merged into the objects that they patch.</summary>
internal sealed class KubernetesObjects(ClusterMap clusters)
{
    private readonly Dictionary<Identity, Registration> _owners = [];
    private readonly SortedSet<string> _problems = new(StringComparer.Ordinal);

    /// <summary>The object of each resource that is one.</summary>
    public Dictionary<Registration, Manifest> Manifests { get; } = [];

    public IEnumerable<string> Problems => _problems;

    public void Add(IEnumerable<Registration> registrations)
    {
        var patches = new List<Registration>();
        foreach (var registration in registrations)
        {
            if (registration is { IsRead: false, IsComponent: false, Inputs: { } inputs } && registration.Id.Type != HelmReleaseState.Type && clusters.Of(registration) is { } cluster)
            {
                if (IsPatch(registration, inputs))
                {
                    patches.Add(registration);
                }
                else
                {
                    Add(registration, cluster, Complete(registration, cluster, inputs), isPatch: false);
                }
            }
        }

        // Objects first: a patch looks for what it patches.
        foreach (var patch in patches)
        {
            Add(patch, clusters.Of(patch)!, patch.Inputs!, isPatch: true);
        }
    }

    private static bool IsPatch(Registration registration, ObjectMap inputs) =>
        inputs.TryGetValue("kind", out var kind) && registration.Id.Type.EndsWith($":{kind}Patch", StringComparison.Ordinal);

    private static ObjectMap Complete(Registration registration, string cluster, ObjectMap inputs)
    {
        var metadata = inputs.At("metadata") as ObjectMap ?? ObjectMap.Empty;
        return metadata.ContainsKey("name") || !inputs.ContainsKey("kind") || registration.Id.Type.EndsWith("List", StringComparison.Ordinal)
            ? inputs
            : inputs.With("metadata", metadata.With("name", Placeholder.Of(cluster, registration.Id.Name, "name")));
    }

    private void Add(Registration registration, string cluster, ObjectMap body, bool isPatch)
    {
        if (body.At("apiVersion") is not string { Length: > 0 } || body.At("kind") is not string { Length: > 0 } || body.At("metadata", "name") is not string { Length: > 0 })
        {
            return;
        }

        var manifest = Manifest.OfNormalized(cluster, body);
        var identity = new Identity(cluster, manifest.Group, manifest.Kind, manifest.Namespace, manifest.Name);
        if (manifest.Name == SecretTexts.Mask || _owners.TryAdd(identity, registration))
        {
            Manifests.Add(registration, manifest);
        }
        else if (isPatch)
        {
            var owner = _owners[identity];
            Manifests[owner] = Manifest.OfNormalized(cluster, ObjectMerge.Of(Manifests[owner].Body, manifest.Body));
        }
        else
        {
            _problems.Add($"{manifest.Reference} of cluster '{cluster}' is registered twice, as '{_owners[identity].Id.Name}' and as '{registration.Id.Name}'");
        }
    }

    private readonly record struct Identity(string Cluster, string Group, string Kind, string? Namespace, string Name);
}
