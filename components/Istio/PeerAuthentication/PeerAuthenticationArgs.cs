using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Arguments of a <see cref="PeerAuthentication"/>.</summary>
public sealed class PeerAuthenticationArgs() : CustomResourceArgs("security.istio.io/v1", "PeerAuthentication")
{
    /// <summary>What the object says.</summary>
    [Input("spec")]
    public Input<PeerAuthenticationSpecArgs>? Spec { get; set; }
}
