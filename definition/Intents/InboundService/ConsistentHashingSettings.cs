namespace MeshStack.Definition;

/// <summary>What is hashed, exactly one of four, and by which ring.</summary>
public sealed record ConsistentHashingSettings
{
    /// <summary>Name of an HTTP header.</summary>
    [Key("name of an HTTP header", Default = "none")]
    public string? HttpHeaderName { get; init; }

    /// <summary>A cookie, which the proxy sets where the client has none.</summary>
    [Key("a cookie, which the proxy sets where the client has none", Default = "none")]
    public StickyCookieSettings? HttpCookie { get; init; }

    /// <summary>The source IP address; the only one that a gateway which passes TLS through can see.</summary>
    [Key("the source address; the only one that a gateway which passes TLS through can see")]
    public bool UseSourceIp { get; init; }

    /// <summary>Name of a query parameter.</summary>
    [Key("name of a query parameter", Default = "none")]
    public string? HttpQueryParameterName { get; init; }

    /// <summary>Fewest virtual nodes of a ring hash.</summary>
    /// <value>Defaults to 1024.</value>
    [Key("fewest virtual nodes", Name = "ringHash.minimumRingSize", Group = "a ring of the instances", Default = "1024", Min = 1)]
    public int? MinimumRingSize { get; init; }

    /// <summary>Size of a Maglev table, a prime number, in place of a ring.</summary>
    [Key(
        "size of the table, a prime number",
        Name = "maglev.tableSize",
        Group = "a Maglev table in place of a ring",
        Default = "65537",
        Min = 1
    )]
    public int? MaglevTableSize { get; init; }

    /// <summary>Whether the hash needs to see the request, not only the connection.</summary>
    internal bool NeedsRequest => HttpHeaderName != null || HttpCookie != null || HttpQueryParameterName != null;

    internal int Keys =>
        (HttpHeaderName != null ? 1 : 0) + (HttpCookie != null ? 1 : 0) + (UseSourceIp ? 1 : 0) + (HttpQueryParameterName != null ? 1 : 0);
}
