namespace MeshStack.Analysis.Diversions;

/// <summary>A Sidecar of all workloads of a namespace.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Called">What its workloads call.</param>
/// <param name="Sidecar">The Sidecar.</param>
internal sealed record NarrowSidecar(string Namespace, IReadOnlySet<CalledName> Called, Manifest Sidecar);
