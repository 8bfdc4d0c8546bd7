using Pulumi;

namespace MeshStack.Istio;

public sealed partial class WorkloadProbeArgs
{
    /// <summary>An HTTP request to a port of the workload.</summary>
    public static WorkloadProbeArgs ByHttp(Input<int> port, Input<string>? path = null) =>
        new()
        {
            HttpGet = new HttpGetProbeArgs { Port = port, Path = path },
        };

    /// <summary>A connection to a port of the workload.</summary>
    public static WorkloadProbeArgs ByTcp(Input<int> port) => new() { TcpSocket = new TcpSocketProbeArgs { Port = port } };

    /// <summary>A program and its arguments.</summary>
    public static WorkloadProbeArgs ByCommand(InputList<string> command) => new() { Exec = new ExecProbeArgs { Command = command } };

    /// <summary>The health service of gRPC at a port of the workload.</summary>
    public static WorkloadProbeArgs ByGrpc(Input<int> port, Input<string>? service = null) =>
        new()
        {
            Grpc = new GrpcProbeArgs { Port = port, Service = service },
        };
}
