using Pulumi;

namespace MeshStack.Istio;

public sealed partial class ConsistentHashArgs
{
    /// <summary>Affinity by the value of a header.</summary>
    public static ConsistentHashArgs HttpHeader(Input<string> name) => new() { HttpHeaderName = name };

    /// <summary>Affinity by a cookie; with a lifetime ("0s" for the session) it is made when missing.</summary>
    public static ConsistentHashArgs HttpCookie(Input<string> name, Input<string>? ttl = null, Input<string>? path = null) =>
        new()
        {
            Cookie = new HttpCookieArgs
            {
                Name = name,
                Ttl = ttl,
                Path = path,
            },
        };

    /// <summary>Affinity by the client's address.</summary>
    public static ConsistentHashArgs SourceIp() => new() { UseSourceIp = true };

    /// <summary>Affinity by the value of a query parameter.</summary>
    public static ConsistentHashArgs QueryParameter(Input<string> name) => new() { HttpQueryParameterName = name };

    /// <summary>The same key on a ring with at least so many virtual nodes; default 1024.</summary>
    public ConsistentHashArgs WithRingHash(Input<int>? minimumRingSize = null)
    {
        RingHash = new RingHashArgs { MinimumRingSize = minimumRingSize };
        Maglev = null;
        return this;
    }

    /// <summary>The same key in a Maglev table of so many slots, a prime; default 65537.</summary>
    public ConsistentHashArgs WithMaglev(Input<int>? tableSize = null)
    {
        Maglev = new MaglevArgs { TableSize = tableSize };
        RingHash = null;
        return this;
    }
}
