using System.Net;

namespace MeshStack;

/// <summary>What the options of a gateway may be.</summary>
/// <param name="path">Where they stand in the args.</param>
/// <param name="args">The options.</param>
/// <param name="profile">Replicas and resources of the profile.</param>
/// <param name="version">Version of the chart; null where there is none to check against.</param>
internal sealed class GatewayRules(string path, GatewayInstallArgs args, Scaling profile, string? version)
{
    private const string LoadBalancer = "LoadBalancer";

    private static readonly string[] TrafficPolicies = ["Cluster", "Local"];

    /// <summary>What is wrong with any gateway.</summary>
    public IEnumerable<ArgsProblem> Problems() => Service()
        .Concat(GatewayPorts.Problems(path + ".ports", args.Ports))
        .Concat(args.Problems(path, profile))
        .Concat(ValuesRules.OfGateway(path + ".values", args.Values, version));

    /// <summary>What is wrong with a gateway that other clusters call.</summary>
    public IEnumerable<ArgsProblem> EastWest()
    {
        if (args.ServiceType != LoadBalancer && args.Address == null && GatewayInstallArgs.ServiceTypes.Contains(args.ServiceType))
        {
            yield return new($"{path}.address", $"required: a service of type {args.ServiceType} gets no address that other clusters could call");
        }

        if (args.Ports.Count > 0)
        {
            yield return new($"{path}.ports", "not possible: the chart gives a gateway between networks the ports 15021, 15443, 15012 and 15017");
        }
    }

    private IEnumerable<ArgsProblem> Service()
    {
        if (!GatewayInstallArgs.ServiceTypes.Contains(args.ServiceType))
        {
            yield return ArgsProblem.NotAllowed($"{path}.serviceType", args.ServiceType, "a type of a gateway's service", GatewayInstallArgs.ServiceTypes);
        }

        if (args.ExternalTrafficPolicy is { } policy && !TrafficPolicies.Contains(policy))
        {
            yield return ArgsProblem.NotAllowed($"{path}.externalTrafficPolicy", policy, "a traffic policy", TrafficPolicies);
        }

        foreach (var (key, given) in new[] { ("loadBalancerIP", args.LoadBalancerIP != null), ("loadBalancerSourceRanges", args.LoadBalancerSourceRanges.Count > 0) })
        {
            if (given && args.ServiceType != LoadBalancer)
            {
                yield return new($"{path}.{key}", $"a service of type {args.ServiceType} has no load balancer");
            }
        }

        if (args.LoadBalancerIP is { } ip && !IPAddress.TryParse(ip, out _))
        {
            yield return new($"{path}.loadBalancerIP", $"'{ip}' is not an IP address");
        }

        foreach (var (range, i) in args.LoadBalancerSourceRanges.Select((r, i) => (r, i)))
        {
            if (!IPNetwork.TryParse(range, out _))
            {
                yield return new(FormattableString.Invariant($"{path}.loadBalancerSourceRanges[{i}]"), $"'{range}' is not an address range, such as 203.0.113.0/24");
            }
        }
    }
}
