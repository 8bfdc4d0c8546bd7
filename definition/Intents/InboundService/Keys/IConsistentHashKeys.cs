namespace MeshStack.Definition.Istio;

/// <summary>The keys of a consistent hash.</summary>
internal interface IConsistentHashKeys
{
    /// <summary>Name of an HTTP header.</summary>
    [Key("name of an HTTP header", Default = "none")]
    public string? HttpHeaderName { get; }

    /// <summary>A cookie.</summary>
    [Key("a cookie, which the proxy sets where the client has none", Name = "httpCookie", Default = "none")]
    public HttpCookie? Cookie { get; }

    /// <summary>The source address.</summary>
    [Key("the source address; the only one that a gateway which passes TLS through can see", Default = "`false`")]
    public bool? UseSourceIp { get; }

    /// <summary>Name of a query parameter.</summary>
    [Key("name of a query parameter", Default = "none")]
    public string? HttpQueryParameterName { get; }

    /// <summary>The ring.</summary>
    [Key("a ring of the instances", Default = "none")]
    public RingHash? RingHash { get; }

    /// <summary>The Maglev table.</summary>
    [Key("a Maglev table in place of a ring", Default = "none")]
    public Maglev? Maglev { get; }
}

internal sealed partial record ConsistentHash : IConsistentHashKeys
{
    /// <summary>Whether the hash needs to see the request, not only the connection.</summary>
    public bool NeedsRequest => HttpHeaderName is not null || Cookie is not null || HttpQueryParameterName is not null;

    /// <summary>How many properties of a request it names.</summary>
    public int Keys =>
        (HttpHeaderName is not null ? 1 : 0)
        + (Cookie is not null ? 1 : 0)
        + (UseSourceIp == true ? 1 : 0)
        + (HttpQueryParameterName is not null ? 1 : 0);
}
