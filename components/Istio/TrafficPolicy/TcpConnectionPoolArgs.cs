using Pulumi;

namespace MeshStack.Istio;

/// <summary>Limits on connections of any protocol.</summary>
public sealed class TcpConnectionPoolArgs : ResourceArgs
{
    /// <summary>HTTP/1.1 and TCP connections to a host; default 4294967295.</summary>
    [Input("maxConnections")]
    public Input<int>? MaxConnections { get; set; }

    /// <summary>Time to connect, e.g. "5s"; default "10s".</summary>
    [Input("connectTimeout")]
    public Input<string>? ConnectTimeout { get; set; }

    /// <summary>Time without bytes until a TCP connection is closed; default "1h", "0s" for never.</summary>
    [Input("idleTimeout")]
    public Input<string>? IdleTimeout { get; set; }

    /// <summary>Age at which a connection is closed, at least "1ms"; default none.</summary>
    [Input("maxConnectionDuration")]
    public Input<string>? MaxConnectionDuration { get; set; }

    /// <summary>Keep-alive probes; default none.</summary>
    [Input("tcpKeepalive")]
    public Input<TcpKeepaliveArgs>? TcpKeepalive { get; set; }
}
