using Pulumi;

namespace MeshStack.Istio;

/// <summary>Listeners of a gateway at the edge of the mesh (networking.istio.io/v1).</summary>
public sealed class Gateway(string name, GatewayArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
