using MeshStack.Definition.Istio;

namespace MeshStack.Definition;

/// <summary>What the east-west gateways forward for callers of other networks: mTLS to any service of the mesh, unopened.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/. Who may call stays the workload's
/// decision.</remarks>
internal static class CrossNetworkGateway
{
    public static void Plan(PlannedScope scope, ControlPlaneModel config)
    {
        var spec = new GatewaySpec
        {
            Selector = (config.EastWest ?? GatewayModel.EastWest(null)).Selector,
            Servers =
            [
                new()
                {
                    Port = new()
                    {
                        Number = GatewayModel.CrossClusterPort,
                        Name = "tls",
                        Protocol = "TLS",
                    },
                    Tls = ServerTlsSettings.AutoPassthrough(),
                    Hosts = ["*.local"],
                },
            ],
        };
        scope.Object(
            config.Cluster.LogicalName + "-cross-network-gateway",
            config.Cluster.Name,
            [.. config.Ready, .. config.EastWest?.Ready ?? []],
            IstioKinds.Networking,
            "Gateway",
            Metadata.Of("cross-network-gateway", config.SystemNamespace),
            ("spec", spec.ToTree())
        );
    }
}
