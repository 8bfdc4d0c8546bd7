using Pulumi;

namespace MeshStack.Istio;

/// <summary>Error in place of forwarding: an HTTP or a gRPC status.</summary>
public sealed class FaultAbortArgs : ResourceArgs
{
    /// <summary>HTTP status, 200-599; not with another status.</summary>
    [Input("httpStatus")]
    public Input<int>? HttpStatus { get; set; }

    /// <summary>Name of a gRPC status, such as "UNAVAILABLE"; not with another status.</summary>
    [Input("grpcStatus")]
    public Input<string>? GrpcStatus { get; set; }

    /// <summary>HTTP/2 error; in the schema, but istiod refuses it.</summary>
    [Input("http2Error")]
    public Input<string>? Http2Error { get; set; }

    /// <summary>Share of the requests; default all.</summary>
    [Input("percentage")]
    public Input<PercentArgs>? Percentage { get; set; }

    /// <summary>An HTTP status for a percentage of the requests; default all.</summary>
    public static FaultAbortArgs Http(Input<int> status, Input<double>? percent = null) =>
        new() { HttpStatus = status, Percentage = PercentArgs.OrAll(percent) };

    /// <summary>A gRPC status, such as "UNAVAILABLE", for a percentage of the requests; default all.</summary>
    public static FaultAbortArgs Grpc(Input<string> status, Input<double>? percent = null) =>
        new() { GrpcStatus = status, Percentage = PercentArgs.OrAll(percent) };
}
