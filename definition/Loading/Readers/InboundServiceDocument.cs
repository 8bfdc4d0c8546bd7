using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A document of kind InboundService.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it begins.</param>
/// <param name="Cluster">The cluster that it names.</param>
/// <param name="IsPlaced">Whether there is such a cluster; without one only names can be checked.</param>
/// <param name="Intent">What it asks for.</param>
/// <param name="Lines">Where its keys stand.</param>
internal sealed record InboundServiceDocument(string Name, SourceLocation Location, string Cluster, bool IsPlaced, InboundServiceIntent Intent, LineIndex Lines);
