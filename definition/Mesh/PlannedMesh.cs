using System.Collections.Immutable;

namespace MeshStack.Definition;

/// <summary>A mesh once it is planned.</summary>
/// <param name="ControlPlanes">The clusters by name, as services and their callers need them.</param>
/// <param name="Trust">What the clusters trust; null where each has a root of its own.</param>
internal sealed record PlannedMesh(ImmutableSortedDictionary<string, ControlPlaneModel> ControlPlanes, TrustMaterial? Trust);
