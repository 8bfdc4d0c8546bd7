using Pulumi;

namespace MeshStack.Istio;

/// <summary>Mutual TLS that workloads expect from their callers (security.istio.io/v1).</summary>
public sealed class PeerAuthentication(string name, PeerAuthenticationArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
