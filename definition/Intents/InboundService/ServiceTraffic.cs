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

    private static LoadBalancerSettings Balanced(LoadBalancingSettings balancing) =>
        balancing.ConsistentHash is { } hash
            ? LoadBalancerSettings.ConsistentHash(Ring(Key(hash), hash))
            : LoadBalancerSettings.Simple(balancing.Simple!);

    private static ConsistentHash Key(ConsistentHashingSettings hash) =>
        hash switch
        {
            { HttpHeaderName: { } header } => ConsistentHash.HttpHeader(header),
            { HttpQueryParameterName: { } parameter } => ConsistentHash.QueryParameter(parameter),
            { HttpCookie: { } cookie } => ConsistentHash.HttpCookie(cookie.Name, cookie.Ttl, cookie.Path),
            _ => ConsistentHash.SourceIp(),
        };

    private static ConsistentHash Ring(ConsistentHash key, ConsistentHashingSettings hash) =>
        hash switch
        {
            { MinimumRingSize: { } ring } => key.WithRingHash(ring),
            { MaglevTableSize: { } table } => key.WithMaglev(table),
            _ => key,
        };
}
