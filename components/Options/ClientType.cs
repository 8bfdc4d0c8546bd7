// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>What a caller is.</summary>
[EnumType]
public readonly record struct ClientType
{
    private readonly string _name;

    private ClientType(string name) => _name = name;

    /// <summary>A workload with a sidecar: known by its principal.</summary>
    public static ClientType Istio { get; } = new("istio");

    /// <summary>A workload without a sidecar: known by its address.</summary>
    public static ClientType Kubernetes { get; } = new("k8s");

    /// <summary>A client outside the mesh: comes through the ingress gateway.</summary>
    public static ClientType External { get; } = new("external");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Istio._name, Kubernetes._name, External._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ClientType Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ClientType value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
