using Pulumi;

namespace MeshStack.Istio;

public sealed partial class PolicyTargetReferenceArgs
{
    /// <summary>A Kubernetes Service that a waypoint serves.</summary>
    public static PolicyTargetReferenceArgs Service(Input<string> name) =>
        new()
        {
            Group = "",
            Kind = "Service",
            Name = name,
        };

    /// <summary>A ServiceEntry that a waypoint serves.</summary>
    public static PolicyTargetReferenceArgs ServiceEntry(Input<string> name) =>
        new()
        {
            Group = "networking.istio.io",
            Kind = "ServiceEntry",
            Name = name,
        };

    /// <summary>A Gateway of the Kubernetes Gateway API.</summary>
    public static PolicyTargetReferenceArgs Gateway(Input<string> name) =>
        new()
        {
            Group = "gateway.networking.k8s.io",
            Kind = "Gateway",
            Name = name,
        };

    /// <summary>A GatewayClass, for policies in the root namespace.</summary>
    public static PolicyTargetReferenceArgs GatewayClass(Input<string> name) =>
        new()
        {
            Group = "gateway.networking.k8s.io",
            Kind = "GatewayClass",
            Name = name,
        };
}
