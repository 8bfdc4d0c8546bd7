using Pulumi;

namespace MeshStack;

/// <summary>One gateway of a cluster, its Service, replicas and resources.</summary>
public class GatewayInstallArgs : ScalingArgs
{
    /// <summary>IP address or host name at which clients reach the gateway.</summary>
    /// <value>Defaults to what its load balancer gets.</value>
    [Input("address")]
    public Input<string>? Address { get; set; }

    /// <summary>Revision or tag of the control plane that the gateway belongs to.</summary>
    /// <value>Defaults to the installation's <c>revision</c>.</value>
    [Input("revision")]
    public string? Revision { get; set; }

    /// <summary>Type of the gateway's Service.</summary>
    /// <value>Defaults to LoadBalancer; the other types need <see cref="Address"/> where other clusters call in.</value>
    [Input("serviceType")]
    public GatewayServiceType ServiceType { get; set; } = GatewayServiceType.LoadBalancer;

    /// <summary>Annotations of the gateway's Service, which is how clouds are told about load balancers.</summary>
    [Input("serviceAnnotations")]
    public Dictionary<string, string> ServiceAnnotations { get; set; } = [];

    /// <summary>Ports of the gateway's Service; 15021, which load balancers ask whether the gateway is ready, is always kept.</summary>
    /// <value>Defaults to the chart's http2 on 80 and https on 443.</value>
    [Input("ports")]
    public List<GatewayServicePortArgs> Ports { get; set; } = [];

    /// <summary>IP address that the load balancer is to have, where the cloud heeds it.</summary>
    [Input("loadBalancerIP")]
    public string? LoadBalancerIP { get; set; }

    /// <summary>Client addresses that the load balancer lets in, in CIDR notation.</summary>
    /// <value>Defaults to all.</value>
    [Input("loadBalancerSourceRanges")]
    public List<string> LoadBalancerSourceRanges { get; set; } = [];

    /// <summary>Whether nodes may pass connections on.</summary>
    /// <value>Defaults to Kubernetes' Cluster. Accesses by <c>cidrs</c> and hashing by source address want Local.</value>
    [Input("externalTrafficPolicy")]
    public ExternalTrafficPolicy? ExternalTrafficPolicy { get; set; }

    /// <summary>Values of the chart <c>gateway</c> that no option names, merged over what the options say.</summary>
    /// <remarks>https://github.com/istio/istio/blob/master/manifests/charts/gateway/values.yaml</remarks>
    [Input("values")]
    public Dictionary<string, object> Values { get; set; } = [];
}
