using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Outages;

/// <summary>A caller reaches the same target under the same name by another way.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Host">The name, with its port, under which it asks.</param>
/// <param name="Target">What it reaches.</param>
/// <param name="Before">The gateways in between before, if any.</param>
/// <param name="Now">Those that are left, if any.</param>
/// <param name="ComesTo">For a caller outside of the mesh the cluster to whose gateways it has to come now; else null.</param>
public sealed record Detour(AccessCaller Caller, string Host, AccessTarget Target, string? Before, string? Now, string? ComesTo);
