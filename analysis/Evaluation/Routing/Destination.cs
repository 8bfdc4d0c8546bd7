using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Evaluation.Routing;

/// <summary>What a route leads to.</summary>
internal sealed record Destination(MeshService Service, int Port, string? Subset, DestinationPolicy Policy);
