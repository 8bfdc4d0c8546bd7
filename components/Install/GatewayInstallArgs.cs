using Pulumi;

namespace MeshStack;

/// <summary>One gateway of a cluster, its replicas and resources.</summary>
public sealed class GatewayInstallArgs : ScalingArgs
{
    /// <summary>IP address or host name at which clients reach the gateway.</summary>
    /// <value>Defaults to what its load balancer gets.</value>
    [Input("address")]
    public Input<string>? Address { get; set; }

    /// <summary>Type of the gateway's Service: <c>LoadBalancer</c>, <c>NodePort</c> or <c>ClusterIP</c>.</summary>
    /// <value>Defaults to LoadBalancer; the other types need <see cref="Address"/> where other clusters call in.</value>
    [Input("serviceType")]
    public string ServiceType { get; set; } = "LoadBalancer";

    /// <summary>Annotations of the gateway's Service, which is how clouds are told about load balancers.</summary>
    [Input("serviceAnnotations")]
    public Dictionary<string, string> ServiceAnnotations { get; set; } = [];

    /// <summary>Whether nodes may pass connections on: <c>Cluster</c> hides the clients' addresses from the gateway, <c>Local</c> keeps them.</summary>
    /// <value>Defaults to Kubernetes' Cluster. Accesses by <c>cidrs</c> and hashing by source address want Local.</value>
    [Input("externalTrafficPolicy")]
    public string? ExternalTrafficPolicy { get; set; }

    private static readonly string[] TrafficPolicies = ["Cluster", "Local"];

    internal static IReadOnlyList<string> ServiceTypes { get; } = ["LoadBalancer", "NodePort", "ClusterIP"];

    internal IEnumerable<ArgsProblem> Problems(string path, bool addressMatters)
    {
        if (!ServiceTypes.Contains(ServiceType))
        {
            yield return ArgsProblem.NotAllowed($"{path}.serviceType", ServiceType, "a type of a gateway's service", ServiceTypes);
        }
        else if (addressMatters && ServiceType != "LoadBalancer" && Address == null)
        {
            yield return new($"{path}.address", $"required: a service of type {ServiceType} gets no address that other clusters could call");
        }

        if (ExternalTrafficPolicy is { } policy && !TrafficPolicies.Contains(policy))
        {
            yield return ArgsProblem.NotAllowed($"{path}.externalTrafficPolicy", policy, "a traffic policy", TrafficPolicies);
        }

        foreach (var problem in Problems(path))
        {
            yield return problem;
        }
    }
}
