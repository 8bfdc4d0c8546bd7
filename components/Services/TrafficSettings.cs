using MeshStack.Istio;
using Pulumi;

namespace MeshStack;

/// <summary>Load balancing in Istio's words.</summary>
internal static class TrafficSettings
{
    public static LoadBalancerSettingsArgs ToIstio(this LoadBalancingArgs balancing) => balancing.ConsistentHash is { } hash
        ? LoadBalancerSettingsArgs.ConsistentHash(Ring(Key(hash), hash))
        : LoadBalancerSettingsArgs.Simple(LoadBalancerAlgorithm.Parse(balancing.Simple!));

    private static ConsistentHashArgs Key(ConsistentHashingArgs hash) => hash switch
    {
        { HttpHeaderName: { } header } => ConsistentHashArgs.HttpHeader(header),
        { HttpQueryParameterName: { } parameter } => ConsistentHashArgs.QueryParameter(parameter),
        { HttpCookie: { } cookie } => ConsistentHashArgs.HttpCookie(cookie.Name, cookie.Ttl, cookie.Path is { } path ? (Input<string>)path : null),
        _ => ConsistentHashArgs.SourceIp(),
    };

    private static ConsistentHashArgs Ring(ConsistentHashArgs key, ConsistentHashingArgs hash) => hash switch
    {
        { MinimumRingSize: { } ring } => key.WithRingHash(ring),
        { MaglevTableSize: { } table } => key.WithMaglev(table),
        _ => key,
    };
}
