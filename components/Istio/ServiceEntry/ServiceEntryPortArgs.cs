using Pulumi;

namespace MeshStack.Istio;

/// <summary>Port of a service entry.</summary>
public sealed class ServiceEntryPortArgs : ResourceArgs
{
    /// <summary>Port number, 1-65535.</summary>
    [Input("number", required: true)]
    public Input<int> Number { get; set; } = null!;

    /// <summary>Name, unique within the service.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>HTTP, HTTPS, HTTP2, GRPC, MONGO, TCP or TLS; default detected.</summary>
    [Input("protocol")]
    public Input<string>? Protocol { get; set; }

    /// <summary>Port of the endpoints; default the number.</summary>
    [Input("targetPort")]
    public Input<int>? TargetPort { get; set; }
}
