using Pulumi;

namespace MeshStack.Istio;

/// <summary>Limits on connections and requests; at least one of TCP and HTTP.</summary>
public sealed class ConnectionPoolSettingsArgs : ResourceArgs
{
    /// <summary>Limits on connections of any protocol.</summary>
    [Input("tcp")]
    public Input<TcpConnectionPoolArgs>? Tcp { get; set; }

    /// <summary>Limits on HTTP requests.</summary>
    [Input("http")]
    public Input<HttpConnectionPoolArgs>? Http { get; set; }
}
