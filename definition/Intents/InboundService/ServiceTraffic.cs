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
