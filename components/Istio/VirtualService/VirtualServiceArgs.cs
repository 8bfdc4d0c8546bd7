using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Arguments of a <see cref="VirtualService"/>.</summary>
public sealed class VirtualServiceArgs() : CustomResourceArgs("networking.istio.io/v1", "VirtualService")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<VirtualServiceSpecArgs> Spec { get; set; } = null!;
}
