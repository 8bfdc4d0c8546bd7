namespace MeshStack.Definition;

/// <summary>One gateway of a cluster, its Service, replicas and resources.</summary>
public record GatewayInstallSettings : ScalingSettings
{
    /// <summary>IP address or host name at which clients reach the gateway.</summary>
    /// <value>Defaults to what its load balancer gets.</value>
    [Key(
        "IP address or host name; for `eastWest` its port 15443 must lead to the gateway, whatever the service type, "
            + "and with another one than LoadBalancer an IP address becomes one of the Service's externalIPs",
        Default = "what the load balancer gets"
    )]
    public TextValue? Address { get; init; }

    /// <summary>Revision or tag of the control plane that the gateway belongs to.</summary>
    /// <value>Defaults to the installation's <c>revision</c>.</value>
    [Key("revision or tag of the control plane that it belongs to", Default = "`istio.revision`")]
    public string? Revision { get; init; }

    /// <summary>Type of the gateway's Service: <c>LoadBalancer</c>, <c>NodePort</c> or <c>ClusterIP</c>.</summary>
    /// <value>Defaults to LoadBalancer; the other types need <see cref="Address"/> where other clusters call in.</value>
    [Key("type of its Service", Default = "`ClusterIP` for egress", Allowed = [LoadBalancer, "NodePort", "ClusterIP"])]
    public string ServiceType { get; init; } = LoadBalancer;

    /// <summary>Annotations of the gateway's Service, which is how clouds are told about load balancers.</summary>
    [Key("annotations of its Service", Default = "none")]
    public IReadOnlyDictionary<string, string> ServiceAnnotations { get; init; } = Empty.Map<string>();

    /// <summary>Ports of the gateway's Service; 15021, which load balancers ask whether the gateway is ready, is always kept.</summary>
    /// <value>Defaults to the chart's http2 on 80 and https on 443.</value>
    [Key("ports of its Service; the status port 15021 is always kept; not for `eastWest`", Default = "the chart's")]
    public IReadOnlyList<GatewayServicePortSettings> Ports { get; init; } = [];

    /// <summary>IP address that the load balancer is to have, where the cloud heeds it.</summary>
    [Key("address of the load balancer", Default = "none")]
    public string? LoadBalancerIP { get; init; }

    /// <summary>Client addresses that the load balancer lets in, in CIDR notation.</summary>
    /// <value>Defaults to all.</value>
    [Key("client addresses that the load balancer lets in", Default = "all")]
    public IReadOnlyList<string> LoadBalancerSourceRanges { get; init; } = [];

    /// <summary>Whether nodes may pass connections on: <c>Cluster</c> hides the clients' addresses from the gateway, <c>Local</c> keeps
    /// them.</summary>
    /// <value>Defaults to Kubernetes' Cluster. Accesses by <c>cidrs</c> and hashing by source address want Local.</value>
    [Key(
        "whether nodes pass connections on; accesses by `cidrs` and hashing by source address want `Local`, which keeps clients' addresses",
        Default = "Kubernetes' `Cluster`",
        Allowed = ["Cluster", "Local"]
    )]
    public string? ExternalTrafficPolicy { get; init; }

    /// <summary>Values of the chart <c>gateway</c> that no option names, merged over what the options say.</summary>
    /// <remarks>https://github.com/istio/istio/blob/master/manifests/charts/gateway/values.yaml</remarks>
    [Key("values of the chart that no key names, merged last", Default = "none")]
    public IReadOnlyDictionary<string, object> Values { get; init; } = Empty.Map<object>();

    /// <summary>The type whose Services get an address by themselves.</summary>
    internal const string LoadBalancer = "LoadBalancer";

    internal static IReadOnlyList<string> ServiceTypes => SettingMember.AllowedFor<GatewayInstallSettings>(nameof(ServiceType));

    internal static IReadOnlyList<string> TrafficPolicies =>
        SettingMember.AllowedFor<GatewayInstallSettings>(nameof(ExternalTrafficPolicy));
}
