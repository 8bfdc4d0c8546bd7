namespace MeshStack.Analysis.Config.Mesh;

/// <summary>The istiod that serves a cluster, where that is not one of its own alone.</summary>
/// <param name="Cluster">The cluster that it runs in.</param>
/// <param name="Namespace">Its namespace, and that of mesh-wide configuration.</param>
/// <param name="Configuration">The cluster whose API server it reads Istio's configuration of.</param>
public sealed record ControlPlanePlace(string Cluster, string Namespace, string Configuration);
