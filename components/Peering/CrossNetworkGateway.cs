using MeshStack.Istio;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>What the east-west gateways forward for callers of other networks: mTLS to any service of the mesh, unopened.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/. Who may call stays the workload's decision.</remarks>
internal static class CrossNetworkGateway
{
    public static Resource In(ControlPlane config, Resource parent) => new Gateway(
        $"{config.Cluster.Name}-cross-network-gateway",
        new GatewayArgs
        {
            Metadata = new ObjectMetaArgs { Name = "cross-network-gateway", Namespace = config.SystemNamespace },
            Spec = new GatewaySpecArgs
            {
                Selector = { ["istio"] = MeshGateway.EastWest(null).Label },
                Servers = new GatewayServerArgs
                {
                    Port = new GatewayPortArgs { Number = MeshGateway.CrossClusterPort, Name = "tls", Protocol = "TLS" },
                    Tls = ServerTlsSettingsArgs.AutoPassthrough(),
                    Hosts = { "*.local" },
                },
            },
        },
        config.Owned(parent, config.EastWest?.Ready ?? []));
}
