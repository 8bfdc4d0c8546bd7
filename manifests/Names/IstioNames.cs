namespace MeshStack.Manifests;

/// <summary>Words that have a meaning of their own in Istio's configuration.</summary>
internal static class IstioNames
{
    /// <summary>The trust domain of a mesh that names none.</summary>
    public const string DefaultTrustDomain = "cluster.local";

    /// <summary>All sidecars, as the gateway of a VirtualService.</summary>
    public const string MeshGateway = "mesh";

    /// <summary>Where Istio is installed unless somebody says otherwise.</summary>
    public const string SystemNamespace = "istio-system";

    /// <summary>The annotation by which istiod takes the addresses of nodes for those of a Service of type NodePort.</summary>
    public const string NodesAnnotation = "traffic.istio.io/nodeSelector";

    /// <summary>The label by which a pod asks for a sidecar, or for none, and the annotation that did so before.</summary>
    public const string Inject = "sidecar.istio.io/inject";

    // Before what is made of it.
    private static readonly string[] KubernetesOwn = ["kube-system", "kube-public", "kube-node-lease"];

    /// <summary>The namespaces that every cluster has.</summary>
    /// <remarks>https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces.</remarks>
    public static IReadOnlyList<string> InEveryCluster => ["default", .. KubernetesOwn];

    /// <summary>The namespaces in which nothing is injected, whatever labels say.</summary>
    /// <remarks>Source: IgnoredNamespaces of pkg/kube/inject/inject.go of istio/istio.</remarks>
    public static IReadOnlyList<string> NeverInjected { get; } = [.. KubernetesOwn, "local-path-storage"];
}
