namespace MeshStack.Manifests;

/// <summary>Words that have a meaning of their own in Istio's configuration.</summary>
internal static class IstioNames
{
    /// <summary>The trust domain of a mesh that names none.</summary>
    public const string DefaultTrustDomain = "cluster.local";

    /// <summary>All sidecars, as the gateway of a VirtualService.</summary>
    public const string MeshGateway = "mesh";
}
