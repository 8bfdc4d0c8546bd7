namespace MeshStack.Analysis.Access;

/// <summary>What a route leads to.</summary>
internal sealed record Destination(MeshService Service, int Port, string? Subset, DestinationPolicy Policy);
