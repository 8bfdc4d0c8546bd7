namespace MeshStack.Definition.Istio;

internal sealed partial record ConsistentHash
{
    /// <summary>Affinity by the value of a header.</summary>
    public static ConsistentHash HttpHeader(string name) => new() { HttpHeaderName = name };

    /// <summary>Affinity by a cookie; with a lifetime ("0s" for the session) it is made when missing.</summary>
    public static ConsistentHash HttpCookie(string name, string? ttl = null, string? path = null) =>
        new()
        {
            Cookie = new()
            {
                Name = name,
                Ttl = ttl,
                Path = path,
            },
        };

    /// <summary>Affinity by the client's address.</summary>
    public static ConsistentHash SourceIp() => new() { UseSourceIp = true };

    /// <summary>Affinity by the value of a query parameter.</summary>
    public static ConsistentHash QueryParameter(string name) => new() { HttpQueryParameterName = name };

    /// <summary>The same key on a ring with at least so many virtual nodes; default 1024.</summary>
    public ConsistentHash WithRingHash(int? minimumRingSize = null) =>
        this with
        {
            RingHash = new() { MinimumRingSize = minimumRingSize },
            Maglev = null,
        };

    /// <summary>The same key in a Maglev table of so many slots, a prime; default 65537.</summary>
    public ConsistentHash WithMaglev(int? tableSize = null) =>
        this with
        {
            Maglev = new() { TableSize = tableSize },
            RingHash = null,
        };
}
