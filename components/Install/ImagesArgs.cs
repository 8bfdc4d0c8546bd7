using Pulumi;

namespace MeshStack;

/// <summary>Images of Istio by full reference, where <c>hub</c> and version do not name them: from a mirror that renames them, or by
/// digest.</summary>
public sealed class ImagesArgs : ResourceArgs
{
    /// <summary>Image of istiod, for example <c>registry.example.com/istio/pilot@sha256:…</c>.</summary>
    /// <value>Defaults to HUB/pilot:VERSION.</value>
    [Input("istiod")]
    public string? Istiod { get; set; }

    /// <summary>Image of sidecars, gateways and waypoints.</summary>
    /// <value>Defaults to HUB/proxyv2:VERSION.</value>
    [Input("proxy")]
    public string? Proxy { get; set; }

    /// <summary>Image of the node agent <c>cni</c>.</summary>
    /// <value>Defaults to HUB/install-cni:VERSION.</value>
    [Input("cni")]
    public string? Cni { get; set; }

    /// <summary>Image of ztunnel.</summary>
    /// <value>Defaults to HUB/ztunnel:VERSION.</value>
    [Input("ztunnel")]
    public string? Ztunnel { get; set; }
}
