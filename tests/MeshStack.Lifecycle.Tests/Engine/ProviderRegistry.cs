namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>Which provider a resource is in the hands of.</summary>
internal sealed class ProviderRegistry(World world, StackReferences builtin)
{
    private readonly Dictionary<string, PropertyMap> _configurations = new(StringComparer.Ordinal);

    public KubernetesConfig Configuration { get; } = new(world);

    public StackReferences Builtin => builtin;

    /// <summary>Takes note of a provider, of before or of now.</summary>
    public void Add(ResourceState provider) => _configurations[provider.Reference] = provider.Inputs;

    /// <summary>The provider of a resource; null for a component.</summary>
    public IResourceProvider? Of(ResourceState resource)
    {
        if (!resource.Custom)
        {
            return null;
        }

        return resource.Type.Split(':')[0] switch
        {
            "tls" => new TlsProvider(world),
            "kubernetes" => new KubernetesProvider(world, _configurations[resource.Provider!]),
            "pulumi" when resource.IsProvider => Configuration,
            "pulumi" => builtin,
            _ => throw new InvalidOperationException($"there is no provider for {resource.Urn}"),
        };
    }
}
