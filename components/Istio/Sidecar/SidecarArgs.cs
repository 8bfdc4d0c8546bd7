using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Arguments of a <see cref="Sidecar"/>.</summary>
public sealed class SidecarArgs() : CustomResourceArgs("networking.istio.io/v1", "Sidecar")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<SidecarSpecArgs> Spec { get; set; } = null!;
}
