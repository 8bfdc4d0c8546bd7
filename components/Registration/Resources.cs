using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Registration;

/// <summary>The resources that a plan refers to, once they are registered.</summary>
internal sealed class Resources
{
    private readonly Dictionary<ResourceId, Resource> _resources = [];
    private readonly Dictionary<string, ProviderResource> _providers = new(StringComparer.Ordinal);

    public Resource this[ResourceId key] => _resources[key];

    /// <summary>Takes a resource, and says how plans call it.</summary>
    public ResourceId Add(Resource resource)
    {
        var key = new ResourceId(resource.GetResourceType(), resource.GetResourceName());
        _resources.TryAdd(key, resource);
        return key;
    }

    /// <summary>Takes the provider of a cluster.</summary>
    public void AddProvider(string cluster, ProviderResource provider) => _providers[cluster] = provider;

    /// <summary>The provider of a cluster; null where nobody gave one.</summary>
    public ProviderResource? ProviderOf(string cluster) => _providers.GetValueOrDefault(cluster);

    /// <summary>The components of a class.</summary>
    public IEnumerable<T> Components<T>()
        where T : ComponentResource => _resources.Values.OfType<T>();

    public bool Has(ResourceId key) => _resources.ContainsKey(key);
}
