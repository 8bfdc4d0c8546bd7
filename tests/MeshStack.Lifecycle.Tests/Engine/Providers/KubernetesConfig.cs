namespace MeshStack.Lifecycle.Tests.Engine.Providers;

/// <summary>The provider of a cluster as a resource of its own: what its configuration means.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi-kubernetes/blob/v4.32.0/provider/pkg/provider/provider.go, DiffConfig.</remarks>
internal sealed class KubernetesConfig(World world) : IResourceProvider
{
    private const string ClusterIdentifier = "clusterIdentifier";

    public DiffResult Diff(ResourceState old, PropertyMap news) => DiffConfig(old.Inputs, news);

    public DiffResult DiffConfig(PropertyMap olds, PropertyMap news)
    {
        var changed = KubernetesProvider.ChangedKeys(olds, news);
        if (changed.Length == 0)
        {
            return DiffResult.None;
        }

        var (before, after) = (olds.TextAt(ClusterIdentifier), news.TextAt(ClusterIdentifier));
        if (before is not null && after is not null)
        {
            return new(true, before == after ? [] : [ClusterIdentifier]);
        }

        // Without a kubeconfig among the inputs it knows no cluster, neither the one before nor the one now.
        if (ActiveCluster(olds) is { } oldCluster && ActiveCluster(news) is { } newCluster && oldCluster != newCluster)
        {
            return new(true, [.. changed.Where(key => key is "kubeconfig" or "context" or "cluster")]);
        }

        return DiffResult.Update;
    }

    public (string Id, PropertyMap Outputs) Create(string urn, PropertyMap inputs) => (world.MakeUp(urn, "id"), inputs);

    public PropertyMap Update(ResourceState old, PropertyMap news) => news;

    public void Delete(ResourceState old)
    {
        // There is nothing outside of the state.
    }

    public (PropertyMap Inputs, PropertyMap Outputs)? Read(string urn, string id, PropertyMap inputs, PropertyMap outputs) =>
        (inputs, outputs);

    private string? ActiveCluster(PropertyMap config) =>
        config.ContainsKey("kubeconfig") ? world.Contexts.GetValueOrDefault(config.TextAt("context") ?? "")?.Server : null;
}
