using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Topology.Gateways;

/// <summary>What Gateways of the Gateway API and Ingresses open in one cluster.</summary>
internal sealed class IngressEntryPoints
{
    public IngressEntryPoints(ClusterObjects objects, IReadOnlyDictionary<string, MeshService> services, ClusterMasks masks)
    {
        Unreadable = masks.OfKinds([
            $"{GatewayApiKinds.Group}/Gateway",
            $"{GatewayApiKinds.Group}/GatewayClass",
            .. GatewayApiKinds.Routes.Select(kind => $"{GatewayApiKinds.Group}/{kind}"),
            "networking.k8s.io/Ingress",
            "networking.k8s.io/IngressClass",
        ]);
        var gateways = new GatewayApi(objects);
        All = [.. gateways.EntryPoints(), .. new IngressRoutes(objects, services).EntryPoints()];
        GeneratedHosts = gateways.GeneratedHosts();
    }

    /// <summary>What hides a name or a port that one of them may open.</summary>
    public Unreadable? Unreadable { get; }

    public IReadOnlyList<IngressEntryPoint> All { get; }

    /// <summary>The hosts of the Services that istiod makes for Gateways.</summary>
    public IReadOnlySet<string> GeneratedHosts { get; }

    public IEnumerable<IngressEntryPoint> Taking(string host, int port) => All.Where(entryPoint => entryPoint.Takes(host, port));
}
