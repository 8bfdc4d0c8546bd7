using Pulumi;

namespace MeshStack.Istio;

/// <summary>What the sidecars of a namespace accept and reach (networking.istio.io/v1).</summary>
public sealed class Sidecar(string name, SidecarArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
