using Pulumi;

namespace MeshStack.Istio;

/// <summary>Limits on HTTP requests.</summary>
public sealed class HttpConnectionPoolArgs : ResourceArgs
{
    /// <summary>Requests that wait for a connection; default 4294967295.</summary>
    [Input("http1MaxPendingRequests")]
    public Input<int>? Http1MaxPendingRequests { get; set; }

    /// <summary>Requests under way to a host, HTTP/1.1 included; default 4294967295.</summary>
    [Input("http2MaxRequests")]
    public Input<int>? Http2MaxRequests { get; set; }

    /// <summary>Requests until a connection is closed; 1 turns keep-alive off, default 0 for no limit.</summary>
    [Input("maxRequestsPerConnection")]
    public Input<int>? MaxRequestsPerConnection { get; set; }

    /// <summary>Retries under way to a host; default 4294967295.</summary>
    [Input("maxRetries")]
    public Input<int>? MaxRetries { get; set; }

    /// <summary>Time without requests until a connection is closed, e.g. "10m"; default "1h".</summary>
    [Input("idleTimeout")]
    public Input<string>? IdleTimeout { get; set; }

    /// <summary>Whether HTTP/1.1 is upgraded to HTTP/2; default the mesh's setting.</summary>
    [Input("h2UpgradePolicy")]
    public Input<H2UpgradePolicy>? H2UpgradePolicy { get; set; }

    /// <summary>Whether the client's protocol is kept; not with an upgrade, default false.</summary>
    [Input("useClientProtocol")]
    public Input<bool>? UseClientProtocol { get; set; }

    /// <summary>Streams on one HTTP/2 connection; default 2147483647.</summary>
    [Input("maxConcurrentStreams")]
    public Input<int>? MaxConcurrentStreams { get; set; }

    /// <summary>HTTP/2 pings that find dead upstream connections; default none.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("http2KeepAlive")]
    public Input<Http2KeepAliveArgs>? Http2KeepAlive { get; set; }
}
