namespace MeshStack.Definition;

/// <summary>One of several ports of a service.</summary>
public sealed record InboundServicePortSettings
{
    /// <summary>Name by which accesses and routes mean the port.</summary>
    [Key("name by which accesses and routes mean it, such as `grpc`", Required = true, Label = 63)]
    public required string Name { get; init; }

    /// <summary>Port of the Kubernetes Service.</summary>
    [Key("port of the Service", Required = true, Min = 1, Max = 65535, Is = "a port")]
    public required int Port { get; init; }

    /// <summary>Port that the workload listens on; policies open this port of the workload and no other.</summary>
    /// <value>Defaults to <see cref="Port"/>.</value>
    [Key("port of the workload; an access to the port opens this one only", Default = "`port`", Min = 1, Max = 65535, Is = "a port")]
    public int? TargetPort { get; init; }

    /// <summary>Port under which callers of other clusters see it.</summary>
    /// <value>Defaults to <see cref="Port"/>.</value>
    [Key("port for callers of other clusters", Default = "`port`", Min = 1, Max = 65535, Is = "a port")]
    public int? ExposedPort { get; init; }

    /// <summary>Protocol of the port: <c>HTTP</c>, <c>HTTP2</c>, <c>GRPC</c>, <c>TCP</c> or <c>TLS</c>.</summary>
    /// <value>Defaults to HTTP.</value>
    [Key("protocol of the port", AllowedBy = typeof(ServiceProtocols), Is = "a protocol")]
    public string Protocol { get; init; } = ServiceProtocols.Http;
}
