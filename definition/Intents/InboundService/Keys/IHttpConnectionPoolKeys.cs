namespace MeshStack.Definition.Istio;

/// <summary>The keys of a connection pool that hold for HTTP.</summary>
internal interface IHttpConnectionPoolKeys
{
    /// <summary>Requests that wait for a connection.</summary>
    [Key("requests that wait for a connection", Default = "Istio's", Min = 1)]
    public int? Http1MaxPendingRequests { get; }

    /// <summary>Requests under way to a host.</summary>
    [Key("requests under way to a host, HTTP/1.1 included", Default = "Istio's", Min = 1)]
    public int? Http2MaxRequests { get; }

    /// <summary>Requests until a connection is closed.</summary>
    [Key("requests until a connection is closed; `1` turns keep-alive off", Default = "no limit", Min = 1)]
    public int? MaxRequestsPerConnection { get; }

    /// <summary>Whether HTTP/1.1 is spoken as HTTP/2 between proxies.</summary>
    [Key(
        "whether HTTP/1.1 goes as HTTP/2 on the way",
        Default = "Istio's, `DEFAULT`: as the mesh says",
        Allowed = ["DEFAULT", "UPGRADE", "DO_NOT_UPGRADE"],
        Is = "a policy"
    )]
    public string? H2UpgradePolicy { get; }

    /// <summary>Retries under way to a host.</summary>
    [Key("retries under way to a host", Default = "Istio's", Min = 1)]
    public int? MaxRetries { get; }

    /// <summary>Streams on one HTTP/2 connection.</summary>
    [Key("streams on one HTTP/2 connection", Default = "Istio's", Min = 1)]
    public int? MaxConcurrentStreams { get; }

    /// <summary>Time without requests until a connection is closed.</summary>
    [Key("time without requests until a connection is closed", Default = "Istio's", IsDuration = true)]
    public string? IdleTimeout { get; }

    /// <summary>Pings that find dead connections.</summary>
    [Key("HTTP/2 pings that find dead connections; since Istio 1.31", Default = "none")]
    public Http2KeepAlive? Http2KeepAlive { get; }
}

internal sealed partial record HttpConnectionPool : IHttpConnectionPoolKeys;
