namespace MeshStack.Definition;

/// <summary>One port of a gateway's Service.</summary>
public sealed record GatewayServicePortSettings
{
    /// <summary>Name, which tells Istio the protocol: <c>http2</c>, <c>https</c> or <c>tcp-mqtt</c>.</summary>
    /// <remarks>https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/</remarks>
    [Key("name, which tells Istio the protocol: `http2`, `https`, `tcp-mqtt`", Required = true)]
    public required string Name { get; init; }

    /// <summary>Port of the Service, 1-65535.</summary>
    [Key("port of the Service", Required = true, Min = 1, Max = 65535)]
    public required int Port { get; init; }

    /// <summary>Port of the gateway's pods.</summary>
    /// <value>Defaults to <see cref="Port"/>.</value>
    [Key("port of the gateway's pods", Default = "`port`", Min = 1, Max = 65535)]
    public int? TargetPort { get; init; }

    /// <summary>Transport: <c>TCP</c> or <c>UDP</c>.</summary>
    /// <value>Defaults to TCP.</value>
    [Key("transport", Allowed = ["TCP", "UDP"])]
    public string Protocol { get; init; } = "TCP";
}
