namespace MeshStack.Definition;

/// <summary>A caller that a document speaks of.</summary>
/// <param name="Service">The document of the service that it calls.</param>
/// <param name="Cluster">Its cluster, as the document names it; null for a caller outside the mesh.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="ServiceAccount">Its service account; null for every one of the namespace.</param>
internal sealed record NamedCaller(string Service, string? Cluster, string? Namespace, string? ServiceAccount);
