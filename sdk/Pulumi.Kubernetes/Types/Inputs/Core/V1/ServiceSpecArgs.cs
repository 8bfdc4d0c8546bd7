namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

/// <summary>Input: service spec.</summary>
public class ServiceSpecArgs : ResourceArgs
{
    [Input("allocateLoadBalancerNodePorts")]
    public Input<bool>? AllocateLoadBalancerNodePorts { get; set; }

    [Input("clusterIP")]
    public Input<string>? ClusterIP { get; set; }

    [Input("externalName")]
    public Input<string>? ExternalName { get; set; }

    [Input("externalTrafficPolicy")]
    public Input<string>? ExternalTrafficPolicy { get; set; }

    [Input("healthCheckNodePort")]
    public Input<int>? HealthCheckNodePort { get; set; }

    [Input("internalTrafficPolicy")]
    public Input<string>? InternalTrafficPolicy { get; set; }

    [Input("ipFamily")]
    public Input<string>? IpFamily { get; set; }

    [Input("ipFamilyPolicy")]
    public Input<string>? IpFamilyPolicy { get; set; }

    [Input("loadBalancerClass")]
    public Input<string>? LoadBalancerClass { get; set; }

    [Input("loadBalancerIP")]
    public Input<string>? LoadBalancerIP { get; set; }

    [Input("publishNotReadyAddresses")]
    public Input<bool>? PublishNotReadyAddresses { get; set; }

    [Input("sessionAffinity")]
    public Input<string>? SessionAffinity { get; set; }

    [Input("sessionAffinityConfig")]
    public Input<SessionAffinityConfigArgs>? SessionAffinityConfig { get; set; }

    [Input("trafficDistribution")]
    public Input<string>? TrafficDistribution { get; set; }

    [Input("type")]
    public InputUnion<string, Pulumi.Kubernetes.Core.V1.ServiceSpecType>? Type { get; set; }

    [Input("ports")]
    private InputList<ServicePortArgs>? _ports;

    public InputList<ServicePortArgs> Ports
    {
        get => _ports ??= [];
        set => _ports = value;
    }

    [Input("clusterIPs")]
    private InputList<string>? _clusterIPs;

    public InputList<string> ClusterIPs
    {
        get => _clusterIPs ??= [];
        set => _clusterIPs = value;
    }

    [Input("externalIPs")]
    private InputList<string>? _externalIPs;

    public InputList<string> ExternalIPs
    {
        get => _externalIPs ??= [];
        set => _externalIPs = value;
    }

    [Input("ipFamilies")]
    private InputList<string>? _ipFamilies;

    public InputList<string> IpFamilies
    {
        get => _ipFamilies ??= [];
        set => _ipFamilies = value;
    }

    [Input("loadBalancerSourceRanges")]
    private InputList<string>? _loadBalancerSourceRanges;

    public InputList<string> LoadBalancerSourceRanges
    {
        get => _loadBalancerSourceRanges ??= [];
        set => _loadBalancerSourceRanges = value;
    }

    [Input("topologyKeys")]
    private InputList<string>? _topologyKeys;

    public InputList<string> TopologyKeys
    {
        get => _topologyKeys ??= [];
        set => _topologyKeys = value;
    }

    [Input("selector")]
    private InputMap<string>? _selector;

    public InputMap<string> Selector
    {
        get => _selector ??= [];
        set => _selector = value;
    }

    public static new ServiceSpecArgs Empty => new();
}
