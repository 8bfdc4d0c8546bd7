namespace MeshStack.Definition;

/// <summary>One port of a gateway's Service.</summary>
public sealed record GatewayServicePortSettings
{
    /// <summary>Name, which tells Istio the protocol: <c>http2</c>, <c>https</c> or <c>tcp-mqtt</c>.</summary>
    /// <remarks>https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/</remarks>
    public required string Name { get; init; }

    /// <summary>Port of the Service, 1-65535.</summary>
    public required int Port { get; init; }

    /// <summary>Port of the gateway's pods.</summary>
    /// <value>Defaults to <see cref="Port"/>.</value>
    public int? TargetPort { get; init; }

    /// <summary>Transport: <c>TCP</c> or <c>UDP</c>.</summary>
    /// <value>Defaults to TCP.</value>
    public string Protocol { get; init; } = "TCP";
}
