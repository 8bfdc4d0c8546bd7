namespace MeshStack.Analysis.Access;

/// <summary>What Gateways of the Gateway API and Ingresses open in one cluster.</summary>
internal sealed class KubernetesDoors
{
    public KubernetesDoors(ClusterObjects objects, IReadOnlyDictionary<string, MeshService> services)
    {
        var gateways = new GatewayApi(objects);
        All = [.. gateways.Doors(), .. new IngressRoutes(objects, services).Doors()];
        GeneratedHosts = gateways.GeneratedHosts();
    }

    public IReadOnlyList<KubernetesDoor> All { get; }

    /// <summary>The hosts of the Services that istiod makes for Gateways.</summary>
    public IReadOnlySet<string> GeneratedHosts { get; }

    public IEnumerable<KubernetesDoor> Taking(string host, int port) => All.Where(door => door.Takes(host, port));
}
