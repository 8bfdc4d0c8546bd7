using System.Globalization;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Model;
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
        if (own.Length == 0 || workload.Network.Length == 0 || own == workload.Network)
        {
            endpoints.Add(direct);
            return;
        }

        // The gateway of a network looks at that network alone.
        if (client.Workload.IsGateway && client.Workload.Labels.ContainsKey(MeshConfigurationReader.NetworkLabel))
        {
            dropped.Add($"{workload} is in the network {workload.Network}, and the gateway looks at {own} alone");
            return;
        }

        if (client.Registry.Clusters.Select(cluster => cluster.HiddenNetworkGateway).FirstHidden() is { } hidden)
        {
            endpoints.Add(new Endpoint.Unknown(hidden.Reason, hidden.Because));
            return;
        }

        var gateways = client
            .Registry.Clusters.SelectMany(cluster => cluster.NetworkGateways)
            .Where(gateway => gateway.Labels[MeshConfigurationReader.NetworkLabel] == workload.Network && IsReachable(gateway))
            .ToArray();
        var closest = gateways.Where(gateway => gateway.Cluster == workload.Cluster).ToArray();
        var chosen = closest.Length > 0 ? closest : gateways;
        if (chosen.Length == 0)
        {
            dropped.Add($"{workload} is in the network {workload.Network}, and {client.ControlPlane.Name} knows no gateway of it");
            return;
        }

        var mutual = ClientTls.IsMutual(client, policy, workload, direct.Port);
        if (mutual.IsYes)
        {
            endpoints.AddRange(chosen.Select(gateway => new Endpoint.Network(gateway, PortOf(gateway))));
        }
        else if (mutual.IsNo)
        {
            dropped.Add($"{workload} is in the network {workload.Network}, which is reached with mTLS alone, and port {port} has none");
        }
        else
        {
            endpoints.Add(new Endpoint.Unknown(mutual.Why!));
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
