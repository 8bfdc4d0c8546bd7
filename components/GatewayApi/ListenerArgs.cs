using Pulumi;

namespace MeshStack.GatewayApi;

/// <summary>Port that a gateway listens on.</summary>
public sealed class ListenerArgs : ResourceArgs
{
    /// <summary>Name, unique within the gateway.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Host that is served; default all.</summary>
    [Input("hostname")]
    public Input<string>? Hostname { get; set; }

    /// <summary>Port number, 1-65535.</summary>
    [Input("port", required: true)]
    public Input<int> Port { get; set; } = null!;

    /// <summary>HTTP, HTTPS, TLS, TCP or UDP; HBONE for waypoints.</summary>
    [Input("protocol", required: true)]
    public Input<string> Protocol { get; set; } = null!;
}
