using Pulumi;

namespace MeshStack.Istio;

public sealed partial class FaultAbortArgs
{
    /// <summary>An HTTP status for a percentage of the requests; default all.</summary>
    public static FaultAbortArgs Http(Input<int> status, Input<double>? percent = null) =>
        new() { HttpStatus = status, Percentage = PercentArgs.OrAll(percent) };

    /// <summary>A gRPC status, such as "UNAVAILABLE", for a percentage of the requests; default all.</summary>
    public static FaultAbortArgs Grpc(Input<string> status, Input<double>? percent = null) =>
        new() { GrpcStatus = status, Percentage = PercentArgs.OrAll(percent) };
}
