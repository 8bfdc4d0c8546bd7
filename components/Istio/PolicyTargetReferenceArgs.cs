using Pulumi;

namespace MeshStack.Istio;

/// <summary>Object of the same namespace that a policy is attached to.</summary>
public sealed class PolicyTargetReferenceArgs : ResourceArgs
{
    /// <summary>API group; empty for the core group.</summary>
    [Input("group")]
    public Input<string>? Group { get; set; }

    /// <summary>Kind of the object.</summary>
    [Input("kind", required: true)]
    public Input<string> Kind { get; set; } = null!;

    /// <summary>Name of the object.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Has to stay empty: a policy reaches only into its own namespace.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

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
