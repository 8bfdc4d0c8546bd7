namespace MeshStack.Definition;

/// <summary>What is hashed, exactly one of four, and by which ring.</summary>
public sealed record ConsistentHashingSettings
{
    /// <summary>Name of an HTTP header.</summary>
    public string? HttpHeaderName { get; init; }

    /// <summary>A cookie, which the proxy sets where the client has none.</summary>
    public StickyCookieSettings? HttpCookie { get; init; }

    /// <summary>The source IP address; the only one that a gateway which passes TLS through can see.</summary>
    public bool UseSourceIp { get; init; }

    /// <summary>Name of a query parameter.</summary>
    public string? HttpQueryParameterName { get; init; }

    /// <summary>Fewest virtual nodes of a ring hash.</summary>
    /// <value>Defaults to 1024.</value>
    public int? MinimumRingSize { get; init; }

    /// <summary>Size of a Maglev table, a prime number, in place of a ring.</summary>
    public int? MaglevTableSize { get; init; }

    /// <summary>Whether the hash needs to see the request, not only the connection.</summary>
    internal bool NeedsRequest => HttpHeaderName != null || HttpCookie != null || HttpQueryParameterName != null;

    internal int Keys => (HttpHeaderName != null ? 1 : 0) + (HttpCookie != null ? 1 : 0) + (UseSourceIp ? 1 : 0) + (HttpQueryParameterName != null ? 1 : 0);
}
