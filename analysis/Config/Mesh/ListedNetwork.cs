using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>A network as the mesh configuration lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Clusters">The clusters whose pods are in it, unless labels say otherwise.</param>
/// <param name="HasBlocks">Whether addresses say of some pods that they are in it.</param>
/// <param name="Gateways">The gateways that lead into it: an address or the host of a Service, and a port.</param>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshNetworks.</remarks>
internal sealed record ListedNetwork(
    string Name,
    IReadOnlyList<string> Clusters,
    bool HasBlocks,
    IReadOnlyList<(string? Address, string? Service, int Port)> Gateways
)
{
    /// <param name="networks">The networks, by name.</param>
    public static IEnumerable<ListedNetwork> From(Field networks) =>
        from network in networks.Entries
        let endpoints = network["endpoints"].Items
        select new ListedNetwork(
            network.Name,
            [.. endpoints.Select(one => one["fromRegistry"].Text).OfType<string>()],
            endpoints.Any(one => one["fromCidr"].HasContent),
            [
                .. network["gateways"]
                    .Items.Where(gateway => gateway["port"].Port() is not null)
                    .Select(gateway => (gateway["address"].Text, gateway["registryServiceName"].Text, gateway["port"].Port()!.Value)),
            ]
        );
}
