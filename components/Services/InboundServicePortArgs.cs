using Pulumi;

namespace MeshStack;

/// <summary>One of several ports of a service.</summary>
public sealed class InboundServicePortArgs : ResourceArgs
{
    /// <summary>Name by which accesses and routes mean the port.</summary>
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    /// <summary>Port of the Kubernetes Service.</summary>
    [Input("port", required: true)]
    public int Port { get; set; }

    /// <summary>Port that the workload listens on; policies open this port of the workload and no other.</summary>
    /// <value>Defaults to <see cref="Port"/>.</value>
    [Input("targetPort")]
    public int? TargetPort { get; set; }

    /// <summary>Port under which callers of other clusters see it.</summary>
    /// <value>Defaults to <see cref="Port"/>.</value>
    [Input("exposedPort")]
    public int? ExposedPort { get; set; }

    /// <summary>Protocol of the port.</summary>
    /// <value>Defaults to HTTP.</value>
    [Input("protocol")]
    public ServiceProtocol Protocol { get; set; } = ServiceProtocol.Http;
}
