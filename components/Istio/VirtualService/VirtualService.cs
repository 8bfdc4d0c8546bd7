using Pulumi;

namespace MeshStack.Istio;

/// <summary>Routes of one or more hosts (networking.istio.io/v1).</summary>
public sealed class VirtualService(string name, VirtualServiceArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
