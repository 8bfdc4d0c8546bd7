using Pulumi;

namespace MeshStack.Istio;

/// <summary>Policies for the traffic to a host, applied after routing (networking.istio.io/v1).</summary>
public sealed class DestinationRule(string name, DestinationRuleArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
