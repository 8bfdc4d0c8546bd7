namespace MeshStack.Preview.Transitions;

/// <summary>A namespace that an earlier update was to delete and did not: the engine deletes it in the next one, unasked.</summary>
/// <param name="Cluster">The cluster that it is in; null where that is not known.</param>
/// <param name="Name">Its name.</param>
/// <param name="Urn">URN of the resource that is pending deletion.</param>
/// <param name="IsTwice">Whether another resource of that URN is there, which stays.</param>
/// <param name="IsProtected">Whether the engine is told not to delete it.</param>
internal sealed record PendingDeletion(string? Cluster, string Name, string Urn, bool IsTwice, bool IsProtected);
