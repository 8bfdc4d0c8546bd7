using System.Net;

namespace MeshStack.Definition;

/// <summary>What the options of a gateway may be.</summary>
/// <param name="path">Where they stand in the settings.</param>
/// <param name="settings">The options.</param>
/// <param name="profile">Replicas and resources of the profile.</param>
/// <param name="version">Version of the chart; null where there is none to check against.</param>
internal sealed class GatewayRules(string path, GatewayInstallSettings settings, Scaling profile, string? version)
{
    /// <summary>What is wrong with any gateway.</summary>
    public IEnumerable<ArgsProblem> Problems() =>
        Address()
            .Concat(Service())
            .Concat(GatewayPorts.Problems(path + ".ports", settings.Ports))
            .Concat(settings.Problems(path, profile, ResourceQuantities.OfGateway))
            .Concat(ValuesRules.OfGateway(path + ".values", settings.Values, version));

    /// <summary>What is wrong with a gateway that other clusters call.</summary>
    public IEnumerable<ArgsProblem> EastWest()
    {
        if (
            settings.ServiceType != GatewayInstallSettings.LoadBalancer
            && settings.Address is null
            && GatewayInstallSettings.ServiceTypes.Contains(settings.ServiceType)
        )
        {
            yield return new(
                $"{path}.address",
                $"required: a service of type {settings.ServiceType} gets no address that other clusters could call"
            );
        }

        if (settings.Ports.Count > 0)
        {
            yield return new(
                $"{path}.ports",
                "not possible: the chart gives a gateway between networks the ports 15021, 15443, 15012 and 15017"
            );
        }
    }

    private IEnumerable<ArgsProblem> Address()
    {
        if (AddressRules.OfGateway(settings.Address) is { } wrong)
        {
            yield return new($"{path}.address", wrong);
        }

        foreach (var problem in KubernetesNames.AnnotationProblems($"{path}.serviceAnnotations", settings.ServiceAnnotations))
        {
            yield return problem;
        }
    }

    private IEnumerable<ArgsProblem> Service()
    {
        if (!GatewayInstallSettings.ServiceTypes.Contains(settings.ServiceType))
        {
            yield return ArgsProblem.NotAllowed(
                $"{path}.serviceType",
                settings.ServiceType,
                "a type of a gateway's service",
                GatewayInstallSettings.ServiceTypes
            );
        }

        if (settings.ExternalTrafficPolicy is { } policy && !GatewayInstallSettings.TrafficPolicies.Contains(policy))
        {
            var allowed = GatewayInstallSettings.TrafficPolicies;
            yield return ArgsProblem.NotAllowed($"{path}.externalTrafficPolicy", policy, "a traffic policy", allowed);
        }

        if (settings is { ExternalTrafficPolicy: not null, ServiceType: "ClusterIP" })
        {
            yield return new(
                $"{path}.externalTrafficPolicy",
                "a service of type ClusterIP takes no traffic from outside, and API servers refuse it there"
            );
        }

        foreach (
            var (key, given) in new[]
            {
                ("loadBalancerIP", settings.LoadBalancerIP is not null),
                ("loadBalancerSourceRanges", settings.LoadBalancerSourceRanges.Count > 0),
            }
        )
        {
            if (given && settings.ServiceType != GatewayInstallSettings.LoadBalancer)
            {
                yield return new($"{path}.{key}", $"a service of type {settings.ServiceType} has no load balancer");
            }
        }

        if (settings.LoadBalancerIP is { } ip && !IPAddress.TryParse(ip, out _))
        {
            yield return new($"{path}.loadBalancerIP", $"'{ip}' is not an IP address");
        }

        foreach (var (range, i) in settings.LoadBalancerSourceRanges.Select((r, i) => (r, i)))
        {
            if (!IPNetwork.TryParse(range, out _))
            {
                yield return new(
                    FormattableString.Invariant($"{path}.loadBalancerSourceRanges[{i}]"),
                    $"'{range}' is not an address range, such as 203.0.113.0/24"
                );
            }
        }
    }
}
