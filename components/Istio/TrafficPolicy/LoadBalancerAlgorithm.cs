using Pulumi;

namespace MeshStack.Istio;

/// <summary>Load balancing without affinity.</summary>
[EnumType]
public readonly record struct LoadBalancerAlgorithm
{
    private readonly string _name;

    private LoadBalancerAlgorithm(string name) => _name = name;

    /// <summary>Istio's choice, least request.</summary>
    public static LoadBalancerAlgorithm Unspecified { get; } = new("UNSPECIFIED");

    /// <summary>Older name of least request.</summary>
    public static LoadBalancerAlgorithm LeastConn { get; } = new("LEAST_CONN");

    /// <summary>Any healthy endpoint.</summary>
    public static LoadBalancerAlgorithm Random { get; } = new("RANDOM");

    /// <summary>The address that the client asked for, without balancing.</summary>
    public static LoadBalancerAlgorithm Passthrough { get; } = new("PASSTHROUGH");

    /// <summary>One endpoint after the other.</summary>
    public static LoadBalancerAlgorithm RoundRobin { get; } = new("ROUND_ROBIN");

    /// <summary>The less busy of a few endpoints.</summary>
    public static LoadBalancerAlgorithm LeastRequest { get; } = new("LEAST_REQUEST");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [Unspecified._name, LeastConn._name, Random._name, Passthrough._name, RoundRobin._name, LeastRequest._name];

    /// <summary>Value of a name on the wire.</summary>
    public static LoadBalancerAlgorithm Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(LoadBalancerAlgorithm value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
