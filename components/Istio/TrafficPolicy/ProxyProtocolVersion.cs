using Pulumi;

namespace MeshStack.Istio;

/// <summary>Version of the PROXY protocol.</summary>
[EnumType]
public readonly record struct ProxyProtocolVersion
{
    private readonly string _name;

    private ProxyProtocolVersion(string name) => _name = name;

    /// <summary>Text header.</summary>
    public static ProxyProtocolVersion V1 { get; } = new("V1");

    /// <summary>Binary header.</summary>
    public static ProxyProtocolVersion V2 { get; } = new("V2");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [V1._name, V2._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ProxyProtocolVersion Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ProxyProtocolVersion value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
