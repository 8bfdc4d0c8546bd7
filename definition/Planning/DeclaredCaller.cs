namespace MeshStack.Definition.Planning;

/// <summary>A workload that calls, which no object of the plan makes, and of which the plan knows that it is there.</summary>
/// <param name="Cluster">The cluster that it is in.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="ServiceAccount">Its service account; null for any one of the namespace.</param>
/// <param name="HasSidecar">Whether it has a sidecar, and with it an identity.</param>
public sealed record DeclaredCaller(string Cluster, string Namespace, string? ServiceAccount, bool HasSidecar);
