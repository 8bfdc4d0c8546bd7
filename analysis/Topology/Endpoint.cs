using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology;

/// <summary>Where a client's proxy sends a request.</summary>
internal abstract record Endpoint
{
    /// <summary>A workload that is reached directly.</summary>
    public sealed record Direct(Workload Workload, int Port, bool IsRegistered) : Endpoint
    {
        /// <summary>False where nothing says that the workload listens on the port.</summary>
        public bool IsPortNamed { get; init; } = true;
    }

    /// <summary>The gateway of another network, behind which the workload is.</summary>
    public sealed record Network(MeshService Gateway, int Port) : Endpoint;

    /// <summary>An address that a ServiceEntry names.</summary>
    public sealed record Listed(StaticEndpoint At, int Port) : Endpoint;

    /// <summary>The host itself, outside of the mesh.</summary>
    public sealed record Outside(string Host) : Endpoint;

    /// <summary>One that the manifests do not decide.</summary>
    public sealed record Unknown(string Why, Cause? Because = null) : Endpoint;
}
