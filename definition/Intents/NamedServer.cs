namespace MeshStack.Definition;

/// <summary>A service that a document says is there.</summary>
/// <param name="Cluster">Its cluster, as the document names it.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="ServiceAccount">The service account of its workload, where one is given.</param>
/// <param name="Services">The names of its Kubernetes Services, its own first.</param>
internal sealed record NamedServer(string Cluster, string Namespace, string? ServiceAccount, IReadOnlyList<string> Services);
