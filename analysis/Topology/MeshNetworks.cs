using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Topology;

/// <summary>The gateways of networks as the mesh configuration lists them.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshNetworks.</remarks>
internal static class MeshNetworks
{
    public static IEnumerable<GatewayAddress> GatewaysOf(string cluster, MeshConfiguration mesh, Field networks) =>
        from network in networks.Entries
        where network.Name == mesh.Network
        from gateway in network["gateways"].Items
        let parts = gateway["registryServiceName"].Text?.Split('.')
        where parts is { Length: > 1 } && gateway["address"].HasContent
        select new GatewayAddress(cluster, parts[1], parts[0], gateway["address"].Text!);
}
