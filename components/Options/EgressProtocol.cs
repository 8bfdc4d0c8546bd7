// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>What workloads speak to a host outside the mesh.</summary>
[EnumType]
public readonly record struct EgressProtocol
{
    private readonly string _name;

    private EgressProtocol(string name) => _name = name;

    /// <summary>TLS, which stays closed on the way; HTTPS is one.</summary>
    public static EgressProtocol Tls { get; } = new("TLS");

    /// <summary>HTTP in plain text.</summary>
    public static EgressProtocol Http { get; } = new("HTTP");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Tls._name, Http._name];

    /// <summary>Value of a name on the wire.</summary>
    public static EgressProtocol Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(EgressProtocol value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
