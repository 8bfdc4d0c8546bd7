using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Outages;

/// <summary>A target and the way to it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Through">The gateways in between, if any.</param>
public sealed record ReachedTarget(AccessTarget Target, string? Through);
