using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>A port of a service, whether it has one or several.</summary>
/// <param name="Name">Its name; the protocol where the service has no other.</param>
/// <param name="Number">Port of the Kubernetes Service.</param>
/// <param name="Protocol">What it speaks.</param>
internal sealed record ServicePort(string Name, int Number, string Protocol)
{
    /// <summary>Port that the workload listens on; null where nothing says it.</summary>
    public int? TargetPort { get; init; }

    /// <summary>The port of the workload that policies open; null where nothing says which it is.</summary>
    public int? PolicyPort { get; init; }

    /// <summary>Port for callers of other clusters.</summary>
    public int ImportedPort { get; init; }

    /// <summary>Where its keys stand: empty, or a path that ends in a dot.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether the proxies see requests with methods and paths, or only bytes.</summary>
    public bool IsHttp => ServiceProtocols.IsHttp(Protocol);

    /// <summary>Its name where an object has to say the protocol by it.</summary>
    /// <remarks>https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/.</remarks>
    public string NameOfProtocol
    {
        get
        {
            var prefix = Protocol.ToLowerInvariant();
            return Name == prefix || Name.StartsWith(prefix + "-", StringComparison.Ordinal) ? Name : $"{prefix}-{Name}";
        }
    }

    /// <summary>The only port of a service.</summary>
    public static ServicePort Only(InboundServiceIntent service)
    {
        var port = service.Port ?? 0;
        return new(service.Protocol.ToLowerInvariant(), port, service.Protocol)
        {
            TargetPort = service.TargetPort,
            // Callers of a headless Service call its pods, at the port that they were told.
            PolicyPort = service.TargetPort ?? (service.Headless ? port : null),
            ImportedPort = service.ExposedPort ?? port,
        };
    }

    /// <summary>One of several ports.</summary>
    /// <param name="port">What is said of it.</param>
    /// <param name="index">Its place in the list.</param>
    public static ServicePort OneOf(InboundServicePortSettings port, int index) =>
        new(port.Name, port.Port, port.Protocol)
        {
            TargetPort = port.TargetPort ?? port.Port,
            PolicyPort = port.TargetPort ?? port.Port,
            ImportedPort = port.ExposedPort ?? port.Port,
            Path = FormattableString.Invariant($"ports[{index}]."),
        };
}
