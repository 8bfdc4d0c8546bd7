namespace MeshStack.Analysis.Reach;

/// <summary>A service that a caller comes to in fewer calls than before.</summary>
/// <param name="Way">The calls.</param>
/// <param name="Before">How many it took before; null where no chain of calls led there.</param>
public sealed record NearerService(AccessWay Way, int? Before);
