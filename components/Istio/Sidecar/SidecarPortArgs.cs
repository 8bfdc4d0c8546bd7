using Pulumi;

namespace MeshStack.Istio;

/// <summary>Port that a sidecar listens on.</summary>
public sealed class SidecarPortArgs : ResourceArgs
{
    /// <summary>Port number, 1-65535; 0 for a Unix socket.</summary>
    [Input("number")]
    public Input<int>? Number { get; set; }

    /// <summary>Name of the port.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>HTTP, HTTPS, HTTP2, GRPC, MONGO, TCP or TLS.</summary>
    [Input("protocol")]
    public Input<string>? Protocol { get; set; }

    /// <summary>Port of the workload; in the schema, but without effect.</summary>
    [Input("targetPort")]
    public Input<int>? TargetPort { get; set; }
}
