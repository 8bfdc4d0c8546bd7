using MeshStack.Istio;

namespace MeshStack;

/// <summary>Load balancing in Istio's words.</summary>
internal static class TrafficSettings
{
    public static LoadBalancerSettingsArgs ToIstio(this LoadBalancingArgs balancing) => balancing.ConsistentHash is { } hash
        ? new() { ConsistentHash = Hash(hash) }
        : new() { Simple = balancing.Simple switch
        {
            "ROUND_ROBIN" => LoadBalancerAlgorithm.RoundRobin,
            "RANDOM" => LoadBalancerAlgorithm.Random,
            "PASSTHROUGH" => LoadBalancerAlgorithm.Passthrough,
            _ => LoadBalancerAlgorithm.LeastRequest,
        } };

    private static Istio.ConsistentHashArgs Hash(ConsistentHashingArgs hash)
    {
        var result = new Istio.ConsistentHashArgs();
        if (hash.HttpHeaderName is { } header)
        {
            result.HttpHeaderName = header;
        }
        else if (hash.HttpQueryParameterName is { } parameter)
        {
            result.HttpQueryParameterName = parameter;
        }
        else if (hash.HttpCookie is { } cookie)
        {
            var istioCookie = new HttpCookieArgs { Name = cookie.Name, Ttl = cookie.Ttl };
            if (cookie.Path is { } path)
            {
                istioCookie.Path = path;
            }

            result.HttpCookie = istioCookie;
        }
        else
        {
            result.UseSourceIp = true;
        }

        if (hash.MinimumRingSize is { } ring)
        {
            result.RingHash = new RingHashArgs { MinimumRingSize = ring };
        }
        else if (hash.MaglevTableSize is { } table)
        {
            result.Maglev = new MaglevArgs { TableSize = table };
        }

        return result;
    }
}
