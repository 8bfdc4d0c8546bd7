using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Arguments of a <see cref="ServiceEntry"/>.</summary>
public sealed class ServiceEntryArgs() : CustomResourceArgs("networking.istio.io/v1", "ServiceEntry")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<ServiceEntrySpecArgs> Spec { get; set; } = null!;
}
