using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Arguments of a <see cref="DestinationRule"/>.</summary>
public sealed class DestinationRuleArgs() : CustomResourceArgs("networking.istio.io/v1", "DestinationRule")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<DestinationRuleSpecArgs> Spec { get; set; } = null!;
}
