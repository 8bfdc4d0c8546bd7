using Pulumi;

namespace MeshStack.Istio;

/// <summary>Port that a gateway listens on.</summary>
public sealed class GatewayPortArgs : ResourceArgs
{
    /// <summary>Port number, 1-65535.</summary>
    [Input("number", required: true)]
    public Input<int> Number { get; set; } = null!;

    /// <summary>Name, unique within the gateway.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, MONGO, TCP or TLS.</summary>
    [Input("protocol", required: true)]
    public Input<string> Protocol { get; set; } = null!;

    /// <summary>Port of the pods; in the schema, but istiod refuses it here.</summary>
    [Input("targetPort")]
    public Input<int>? TargetPort { get; set; }
}
