using Pulumi;

namespace MeshStack;

/// <summary>One port of a gateway's Service.</summary>
public sealed class GatewayServicePortArgs : ResourceArgs
{
    /// <summary>Name, which tells Istio the protocol: <c>http2</c>, <c>https</c> or <c>tcp-mqtt</c>.</summary>
    /// <remarks>https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/</remarks>
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    /// <summary>Port of the Service, 1-65535.</summary>
    [Input("port", required: true)]
    public int Port { get; set; }

    /// <summary>Port of the gateway's pods.</summary>
    /// <value>Defaults to <see cref="Port"/>.</value>
    [Input("targetPort")]
    public int? TargetPort { get; set; }

    /// <summary>Transport.</summary>
    /// <value>Defaults to TCP.</value>
    [Input("protocol")]
    public TransportProtocol Protocol { get; set; } = TransportProtocol.Tcp;
}
