using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Arguments of a <see cref="AuthorizationPolicy"/>.</summary>
public sealed class AuthorizationPolicyArgs() : CustomResourceArgs("security.istio.io/v1", "AuthorizationPolicy")
{
    /// <summary>What the object says.</summary>
    [Input("spec")]
    public Input<AuthorizationPolicySpecArgs>? Spec { get; set; }
}
