using Pulumi;

namespace MeshStack;

/// <summary>The gateway through which workloads leave the mesh, and the hosts that they may reach through it.</summary>
/// <remarks>
/// Holds for what sidecars send. Keeping pods from going around their sidecars is a matter of network policies and firewalls that let
/// only the gateway out: https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/#additional-security-considerations.
/// </remarks>
public sealed class EgressInstallArgs : GatewayInstallArgs
{
    /// <summary>An egress gateway inside the cluster only.</summary>
    public EgressInstallArgs() => ServiceType = GatewayServiceType.ClusterIP;

    /// <summary>Hosts outside the mesh.</summary>
    /// <value>Defaults to none: the gateway runs, and nothing is routed through it.</value>
    [Input("hosts")]
    public List<EgressHostArgs> Hosts { get; set; } = [];
}
