using MeshStack.Definition.Istio;

namespace MeshStack.Definition.Intents;

/// <summary>How proxies call a service.</summary>
internal static class ServiceTraffic
{
    /// <summary>The policy of proxies that find the service by itself.</summary>
    /// <param name="service">The service.</param>
    /// <param name="isSameNetwork">Whether they see its instances. Through a gateway they see that only, and ejecting it would end all
    /// calls.</param>
    public static TrafficPolicy Found(InboundServiceIntent service, bool isSameNetwork) =>
        new()
        {
            Tls = ClientTlsSettings.IstioMutual(),
            LoadBalancer = service.LoadBalancing is { } balancing ? Balanced(balancing) : null,
            ConnectionPool = service.ConnectionPool,
            OutlierDetection = isSameNetwork ? service.OutlierDetection : null,
        };

    /// <summary>The versions of a service for proxies that see its instances.</summary>
    /// <inheritdoc cref="Found"/>
    public static IReadOnlyList<Subset> Versions(InboundServiceIntent service, bool isSameNetwork) =>
        [
            .. (service.Route?.Subsets ?? []).Select(version => new Subset
            {
                Name = version.Name,
                Labels = version.Labels,
                TrafficPolicy = OwnPolicy(version, isSameNetwork),
            }),
        ];

    // What a version does not say is the service's.
    private static TrafficPolicy? OwnPolicy(RouteSubsetSettings version, bool isSameNetwork)
    {
        var policy = new TrafficPolicy
        {
            LoadBalancer = version.LoadBalancing is { } balancing ? Balanced(balancing) : null,
            ConnectionPool = version.ConnectionPool,
            OutlierDetection = isSameNetwork ? version.OutlierDetection : null,
        };
        return policy == new TrafficPolicy() ? null : policy;
    }

    // A source address that is not hashed is no key, and a cookie without a life would never be made.
    private static LoadBalancerSettings Balanced(LoadBalancerSettings balancing) =>
        balancing.Hash is { } hash
            ? balancing with
            {
                Hash = hash with
                {
                    UseSourceIp = hash.UseSourceIp == true ? true : null,
                    Cookie = hash.Cookie is { } cookie ? cookie with { Ttl = cookie.Ttl ?? "0s" } : null,
                },
            }
            : balancing;
}
