namespace MeshStack.Definition;

/// <summary>Which control plane each namespace of a cluster is injected by, at one time.</summary>
/// <param name="Revisions">The cluster's revisions and tags.</param>
/// <param name="Namespaces">Revision or tag of each injected namespace; <c>default</c> for <c>istio-injection: enabled</c>.</param>
internal sealed record RevisionState(RevisionSet Revisions, IReadOnlyDictionary<string, string> Namespaces);
