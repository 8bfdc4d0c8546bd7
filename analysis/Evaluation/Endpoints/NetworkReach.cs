using System.Globalization;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Endpoints;

/// <summary>How a client reaches a workload of another network: through that network's gateway, with mTLS, or not at all.</summary>
/// <remarks>Source: EndpointsByNetworkFilter in pilot/pkg/xds/endpoints/ep_filters.go of istio/istio.</remarks>
internal static class NetworkReach
{
    private const int DefaultPort = 15443;

    public static void Add(
        Client client,
        int port,
        DestinationPolicy policy,
        Endpoint.Direct direct,
        List<Endpoint> endpoints,
        HashSet<string> dropped
    )
    {
        var workload = direct.Workload;
        var own = client.Workload.Network;
        var isNowhere = workload.Network.Length == 0 && (workload.IsMachine || workload.Cluster == client.Workload.Cluster);
        if (own.Length == 0 || own == workload.Network || isNowhere)
        {
            endpoints.Add(direct);
            return;
        }

        var mesh = client.ControlPlane.Mesh;
        if (mesh.HiddenNetworks is { } hiddenNetworks && !Labelled(client, workload.Network).Any(one => one.Cluster == workload.Cluster))
        {
            endpoints.Add(new Endpoint.Unknown(hiddenNetworks.Reason, hiddenNetworks.Because));
            return;
        }

        if (NetworkOf(mesh, workload) is not { } network)
        {
            endpoints.Add(new Endpoint.Unknown($"meshNetworks tells networks by addresses, and that of {workload} is not known"));
            return;
        }

        if (network.Length == 0 || own == network)
        {
            endpoints.Add(direct);
            return;
        }

        // The gateway of a network looks at that network alone.
        if (client.Workload.IsGateway && client.Workload.Labels.ContainsKey(MeshConfigurationReader.NetworkLabel))
        {
            dropped.Add($"{workload} is in the network {network}, and the gateway looks at {own} alone");
            return;
        }

        if (client.Registry.Clusters.Select(cluster => cluster.HiddenNetworkGateway).FirstHidden() is { } hidden)
        {
            endpoints.Add(new Endpoint.Unknown(hidden.Reason, hidden.Because));
            return;
        }

        var chosen = Gateways(client, workload.Cluster, network);
        if (chosen.Count == 0)
        {
            dropped.Add($"{workload} is in the network {network}, and {client.ControlPlane.Name} knows no gateway of it");
            return;
        }

        var mutual = ClientTls.IsMutual(client, policy, workload, direct.Port);
        if (mutual.IsYes)
        {
            endpoints.AddRange(chosen);
        }
        else if (mutual.IsNo)
        {
            dropped.Add($"{workload} is in the network {network}, which is reached with mTLS alone, and port {port} has none");
        }
        else
        {
            endpoints.Add(new Endpoint.Unknown(mutual.Why!));
        }
    }

    // Labels come before what the mesh configuration lists; null where that goes by addresses.
    // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/serviceregistry/kube/controller/network.go, Network.
    private static string? NetworkOf(MeshConfiguration mesh, Workload workload) =>
        workload.Network.Length > 0 ? workload.Network
        : mesh.Networks.FirstOrDefault(network => network.Clusters.Contains(workload.Cluster)) is { } listed ? listed.Name
        : mesh.Networks.Any(network => network.HasBlocks) ? null
        : "";

    // Those of the workload's own cluster, else any of its network.
    private static IReadOnlyList<Endpoint> Gateways(Client client, string cluster, string network)
    {
        var labelled = Labelled(client, network)
            .Select(gateway => (gateway.Cluster, Endpoint: (Endpoint)new Endpoint.Network(gateway, PortOf(gateway))));
        var listed = client.ControlPlane.Mesh.Networks.Where(one => one.Name == network).SelectMany(one => Listed(client, one));
        (string Cluster, Endpoint Endpoint)[] gateways = [.. labelled, .. listed];
        var closest = gateways.Where(gateway => gateway.Cluster == cluster).ToArray();
        return [.. (closest.Length > 0 ? closest : gateways).Select(gateway => gateway.Endpoint).Distinct()];
    }

    private static IEnumerable<MeshService> Labelled(Client client, string network) =>
        client
            .Registry.Clusters.SelectMany(one => one.NetworkGateways)
            .Where(gateway => gateway.Labels[MeshConfigurationReader.NetworkLabel] == network && IsReachable(gateway));

    private static IEnumerable<(string Cluster, Endpoint Endpoint)> Listed(Client client, ListedNetwork network)
    {
        foreach (var (address, service, port) in network.Gateways)
        {
            if (service is not null)
            {
                foreach (
                    var found in client
                        .Registry.Clusters.Where(cluster => network.Clusters.Contains(cluster.Name))
                        .Select(cluster => cluster.Services.GetValueOrDefault(service))
                        .OfType<MeshService>()
                        .Where(IsReachable)
                )
                {
                    yield return (found.Cluster, new Endpoint.Network(found, port));
                }
            }
            else if (address is not null)
            {
                yield return (
                    "",
                    client.Snapshot.Addresses.ServiceAt(address) is { } gateway
                        ? new Endpoint.Network(gateway, port)
                        : new Endpoint.Unknown(
                            $"the network {network.Name} is entered at {address}:{port}, as meshNetworks says, "
                                + "and nothing says what is there"
                        )
                );
            }
        }
    }

    // A load balancer has an address in time; other Services have those that are listed, or their nodes' where an annotation asks for them.
    // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/serviceregistry/kube/conversion.go, ConvertService.
    private static bool IsReachable(MeshService gateway) =>
        gateway.Unreadable is not null
        || gateway.HidesType
        || gateway.HasExternalAddress
        || gateway.Type == "LoadBalancer"
        || (gateway.Type == "NodePort" && gateway.IsAtNodes);

    private static int PortOf(MeshService gateway) =>
        gateway.Labels.TryGetValue("networking.istio.io/gatewayPort", out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : DefaultPort;
}
