namespace MeshStack.Definition;

/// <summary>What a caller can be.</summary>
internal static class ClientTypes
{
    /// <summary>A workload with a sidecar: known by its principal.</summary>
    public const string Istio = "istio";

    /// <summary>A workload without a sidecar: known by its address.</summary>
    public const string Kubernetes = "k8s";

    /// <summary>A client outside the mesh: comes through the ingress gateway.</summary>
    public const string External = "external";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Istio, Kubernetes, External];
}
