namespace MeshStack.Definition;

/// <summary>One gateway of a cluster, its Service, replicas and resources.</summary>
public record GatewayInstallSettings : ScalingSettings
{
    /// <summary>IP address or host name at which clients reach the gateway.</summary>
    /// <value>Defaults to what its load balancer gets.</value>
    public TextValue? Address { get; init; }

    /// <summary>Revision or tag of the control plane that the gateway belongs to.</summary>
    /// <value>Defaults to the installation's <c>revision</c>.</value>
    public string? Revision { get; init; }

    /// <summary>Type of the gateway's Service: <c>LoadBalancer</c>, <c>NodePort</c> or <c>ClusterIP</c>.</summary>
    /// <value>Defaults to LoadBalancer; the other types need <see cref="Address"/> where other clusters call in.</value>
    public string ServiceType { get; init; } = "LoadBalancer";

    /// <summary>Annotations of the gateway's Service, which is how clouds are told about load balancers.</summary>
    public IReadOnlyDictionary<string, string> ServiceAnnotations { get; init; } = Empty.Map<string>();

    /// <summary>Ports of the gateway's Service; 15021, which load balancers ask whether the gateway is ready, is always kept.</summary>
    /// <value>Defaults to the chart's http2 on 80 and https on 443.</value>
    public IReadOnlyList<GatewayServicePortSettings> Ports { get; init; } = [];

    /// <summary>IP address that the load balancer is to have, where the cloud heeds it.</summary>
    public string? LoadBalancerIP { get; init; }

    /// <summary>Client addresses that the load balancer lets in, in CIDR notation.</summary>
    /// <value>Defaults to all.</value>
    public IReadOnlyList<string> LoadBalancerSourceRanges { get; init; } = [];

    /// <summary>Whether nodes may pass connections on: <c>Cluster</c> hides the clients' addresses from the gateway, <c>Local</c> keeps them.</summary>
    /// <value>Defaults to Kubernetes' Cluster. Accesses by <c>cidrs</c> and hashing by source address want Local.</value>
    public string? ExternalTrafficPolicy { get; init; }

    /// <summary>Values of the chart <c>gateway</c> that no option names, merged over what the options say.</summary>
    /// <remarks>https://github.com/istio/istio/blob/master/manifests/charts/gateway/values.yaml</remarks>
    public IReadOnlyDictionary<string, object> Values { get; init; } = Empty.Map<object>();

    internal static IReadOnlyList<string> ServiceTypes { get; } = ["LoadBalancer", "NodePort", "ClusterIP"];
}
