using MeshStack.Analysis.Model;

namespace MeshStack.Preview.Access;

/// <summary>A request that violates an invariant.</summary>
/// <param name="Cluster">The service's cluster.</param>
/// <param name="Target">The service.</param>
/// <param name="Request">Caller, request and what becomes of it.</param>
/// <param name="Because">The objects that decide.</param>
/// <param name="IsCertain">False where the objects leave it open.</param>
internal sealed record InvariantBreach(string Cluster, string Target, string Request, IReadOnlyList<Cause> Because, bool IsCertain);
