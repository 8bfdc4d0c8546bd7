using Pulumi;

namespace MeshStack.Istio;

/// <summary>Hosts added to the service registry (networking.istio.io/v1).</summary>
public sealed class ServiceEntry(string name, ServiceEntryArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
