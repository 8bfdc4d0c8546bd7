using Pulumi;

namespace MeshStack;

/// <summary>What is hashed, exactly one of four, and by which ring.</summary>
public sealed class ConsistentHashingArgs : ResourceArgs
{
    /// <summary>Name of an HTTP header.</summary>
    [Input("httpHeaderName")]
    public string? HttpHeaderName { get; set; }

    /// <summary>A cookie, which the proxy sets where the client has none.</summary>
    [Input("httpCookie")]
    public StickyCookieArgs? HttpCookie { get; set; }

    /// <summary>The source IP address; the only one that a gateway which passes TLS through can see.</summary>
    [Input("useSourceIp")]
    public bool UseSourceIp { get; set; }

    /// <summary>Name of a query parameter.</summary>
    [Input("httpQueryParameterName")]
    public string? HttpQueryParameterName { get; set; }

    /// <summary>Fewest virtual nodes of a ring hash.</summary>
    /// <value>Defaults to 1024.</value>
    [Input("minimumRingSize")]
    public int? MinimumRingSize { get; set; }

    /// <summary>Size of a Maglev table, a prime number, in place of a ring.</summary>
    [Input("maglevTableSize")]
    public int? MaglevTableSize { get; set; }
}
