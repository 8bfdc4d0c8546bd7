using Pulumi;

namespace MeshStack.Istio;

/// <summary>Who may call a workload (security.istio.io/v1).</summary>
public sealed class AuthorizationPolicy(string name, AuthorizationPolicyArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
