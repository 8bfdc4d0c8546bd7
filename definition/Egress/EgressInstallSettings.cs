namespace MeshStack.Definition;

/// <summary>The gateway through which workloads leave the mesh, and the hosts that they may reach through it.</summary>
/// <remarks>
/// Holds for what sidecars send. Keeping pods from going around their sidecars is a matter of network policies and firewalls that let
/// only the gateway out: https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/#additional-security-considerations.
/// </remarks>
public sealed record EgressInstallSettings : GatewayInstallSettings
{
    /// <summary>An egress gateway inside the cluster only.</summary>
    public EgressInstallSettings() => ServiceType = "ClusterIP";

    /// <summary>Hosts outside the mesh.</summary>
    /// <value>Defaults to none: the gateway runs, and nothing is routed through it.</value>
    [Key(
        "`egress` only: what workloads may reach outside the mesh, through this gateway only; with `outboundTrafficPolicy: "
            + "REGISTRY_ONLY` nothing else",
        Default = "none"
    )]
    public IReadOnlyList<EgressHostSettings> Hosts { get; init; } = [];
}
