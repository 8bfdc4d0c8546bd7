using Pulumi;

namespace MeshStack.GatewayApi;

/// <summary>A gateway of the Kubernetes Gateway API (gateway.networking.k8s.io/v1), whose class runs it.</summary>
/// <remarks>https://gateway-api.sigs.k8s.io/reference/spec/#gateway</remarks>
public sealed class Gateway(string name, GatewayArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
