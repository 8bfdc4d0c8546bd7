using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>A caller that no workload of its cluster is, and that may be there all the same.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Asks">One of those that it stands for.</param>
/// <param name="IsShared">True where a workload of the snapshot is known that has such an identity.</param>
internal sealed record UnknownCaller(AccessCaller Caller, Caller.InMesh Asks, bool IsShared);
