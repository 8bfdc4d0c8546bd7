// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>Type of a gateway's Service.</summary>
[EnumType]
public readonly record struct GatewayServiceType
{
    private readonly string _name;

    private GatewayServiceType(string name) => _name = name;

    /// <summary>A load balancer of the cloud leads to it.</summary>
    public static GatewayServiceType LoadBalancer { get; } = new("LoadBalancer");

    /// <summary>A port of every node leads to it.</summary>
    public static GatewayServiceType NodePort { get; } = new("NodePort");

    /// <summary>Only the cluster itself reaches it.</summary>
    public static GatewayServiceType ClusterIP { get; } = new("ClusterIP");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [LoadBalancer._name, NodePort._name, ClusterIP._name];

    /// <summary>Value of a name on the wire.</summary>
    public static GatewayServiceType Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(GatewayServiceType value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
