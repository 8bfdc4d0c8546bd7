using Pulumi;

namespace MeshStack.Istio;

/// <summary>Traffic policy of one port of a host.</summary>
public sealed class PortTrafficPolicyArgs : ResourceArgs
{
    /// <summary>Port of the host that the settings are for.</summary>
    [Input("port")]
    public Input<PortSelectorArgs>? Port { get; set; }

    /// <summary>Choice of the endpoint.</summary>
    [Input("loadBalancer")]
    public Input<LoadBalancerSettingsArgs>? LoadBalancer { get; set; }

    /// <summary>Limits on connections and requests.</summary>
    [Input("connectionPool")]
    public Input<ConnectionPoolSettingsArgs>? ConnectionPool { get; set; }

    /// <summary>Ejection of failing endpoints.</summary>
    [Input("outlierDetection")]
    public Input<OutlierDetectionArgs>? OutlierDetection { get; set; }

    /// <summary>TLS towards the endpoints.</summary>
    [Input("tls")]
    public Input<ClientTlsSettingsArgs>? Tls { get; set; }
}
