using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.GatewayApi;

/// <summary>Arguments of a <see cref="Gateway"/>.</summary>
public sealed class GatewayArgs() : CustomResourceArgs("gateway.networking.k8s.io/v1", "Gateway")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<GatewaySpecArgs> Spec { get; set; } = null!;
}
