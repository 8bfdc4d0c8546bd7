using Pulumi;

namespace MeshStack.Istio;

/// <summary>How clients treat the endpoints of a host; at least one setting.</summary>
public sealed class TrafficPolicyArgs : ResourceArgs
{
    /// <summary>Choice of the endpoint.</summary>
    [Input("loadBalancer")]
    public Input<LoadBalancerSettingsArgs>? LoadBalancer { get; set; }

    /// <summary>Limits on connections and requests.</summary>
    [Input("connectionPool")]
    public Input<ConnectionPoolSettingsArgs>? ConnectionPool { get; set; }

    /// <summary>Ejection of failing endpoints.</summary>
    [Input("outlierDetection")]
    public Input<OutlierDetectionArgs>? OutlierDetection { get; set; }

    /// <summary>TLS towards the endpoints; default automatic mutual TLS.</summary>
    [Input("tls")]
    public Input<ClientTlsSettingsArgs>? Tls { get; set; }

    [Input("portLevelSettings")]
    private InputList<PortTrafficPolicyArgs>? _portLevelSettings;

    /// <summary>Policies of single ports; one replaces the whole policy at its port.</summary>
    public InputList<PortTrafficPolicyArgs> PortLevelSettings
    {
        get => _portLevelSettings ??= new();
        set => _portLevelSettings = value;
    }

    /// <summary>Tunnel that TCP connections go through.</summary>
    [Input("tunnel")]
    public Input<TunnelArgs>? Tunnel { get; set; }

    /// <summary>PROXY protocol header on upstream connections.</summary>
    [Input("proxyProtocol")]
    public Input<ProxyProtocolArgs>? ProxyProtocol { get; set; }

    /// <summary>Limit on concurrent retries by the load.</summary>
    [Input("retryBudget")]
    public Input<RetryBudgetArgs>? RetryBudget { get; set; }
}
