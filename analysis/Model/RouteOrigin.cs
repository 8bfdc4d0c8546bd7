namespace MeshStack.Analysis.Model;

/// <summary>The proxy that routes are for: a sidecar in the mesh, or one Gateway of a gateway.</summary>
internal sealed record RouteOrigin(string Gateway, int Port, string Namespace, IReadOnlyDictionary<string, string> Labels);
