using Pulumi;

namespace MeshStack.Istio;

/// <summary>Inbound and outbound listeners of sidecars; not empty.</summary>
public sealed class SidecarSpecArgs : ResourceArgs
{
    /// <summary>Workloads that it is for; default all of the namespace.</summary>
    [Input("workloadSelector")]
    public Input<WorkloadSelectorArgs>? WorkloadSelector { get; set; }

    [Input("egress")]
    private InputList<SidecarEgressArgs>? _egress;

    /// <summary>Outbound listeners; default all that is visible.</summary>
    public InputList<SidecarEgressArgs> Egress
    {
        get => _egress ??= new();
        set => _egress = value;
    }

    [Input("ingress")]
    private InputList<SidecarIngressArgs>? _ingress;

    /// <summary>Inbound listeners; default those of the workload's services.</summary>
    public InputList<SidecarIngressArgs> Ingress
    {
        get => _ingress ??= new();
        set => _ingress = value;
    }

    /// <summary>Treatment of unknown hosts; default the mesh's setting.</summary>
    [Input("outboundTrafficPolicy")]
    public Input<OutboundTrafficPolicyArgs>? OutboundTrafficPolicy { get; set; }

    /// <summary>Limits on inbound connections and requests.</summary>
    [Input("inboundConnectionPool")]
    public Input<ConnectionPoolSettingsArgs>? InboundConnectionPool { get; set; }
}
