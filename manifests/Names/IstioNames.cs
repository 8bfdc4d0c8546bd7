namespace MeshStack.Manifests;

/// <summary>Words that have a meaning of their own in Istio's configuration.</summary>
internal static class IstioNames
{
    /// <summary>The trust domain of a mesh that names none.</summary>
    public const string DefaultTrustDomain = "cluster.local";

    /// <summary>All sidecars, as the gateway of a VirtualService.</summary>
    public const string MeshGateway = "mesh";

    /// <summary>The label by which a pod asks for a sidecar, or for none, and the annotation that did so before.</summary>
    public const string Inject = "sidecar.istio.io/inject";

    /// <summary>The namespaces in which nothing is injected, whatever labels say.</summary>
    /// <remarks>Source: IgnoredNamespaces of pkg/kube/inject/inject.go of istio/istio.</remarks>
    public static IReadOnlyList<string> NeverInjected { get; } = ["kube-system", "kube-public", "kube-node-lease", "local-path-storage"];
}
