// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>Transport of a port.</summary>
[EnumType]
public readonly record struct TransportProtocol
{
    private readonly string _name;

    private TransportProtocol(string name) => _name = name;

    /// <summary>TCP.</summary>
    public static TransportProtocol Tcp { get; } = new("TCP");

    /// <summary>UDP.</summary>
    public static TransportProtocol Udp { get; } = new("UDP");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Tcp._name, Udp._name];

    /// <summary>Value of a name on the wire.</summary>
    public static TransportProtocol Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(TransportProtocol value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
