using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Symbolic;

/// <summary>Requests that reach a workload and are possibly taken there.</summary>
/// <param name="Workload">The workload; null for what is outside of the mesh.</param>
/// <param name="Port">The pod's port.</param>
/// <param name="Requests">The requests.</param>
/// <param name="Through">The gateways in between, in the order of the way.</param>
internal sealed record Arrived(Workload? Workload, int Port, RequestSet Requests, string? Through);
