using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The namespaces that an installation makes for itself.</summary>
internal static class IstioNamespaces
{
    /// <summary>Of istiod and of the east-west gateway.</summary>
    public const string System = IstioNames.SystemNamespace;

    /// <summary>Of the istiod that one cluster hosts for others, in all of them.</summary>
    public const string External = "external-istiod";

    /// <summary>Of the ingress gateway: apart from istiod, so that its credentials are not the control plane's.</summary>
    public const string Ingress = "istio-ingress";

    /// <summary>Of the egress gateway.</summary>
    public const string Egress = "istio-egress";
}
