// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>Protocol of a service's port.</summary>
[EnumType]
public readonly record struct ServiceProtocol
{
    private readonly string _name;

    private ServiceProtocol(string name) => _name = name;

    /// <summary>HTTP/1.1, upgraded between sidecars where they agree.</summary>
    public static ServiceProtocol Http { get; } = new("HTTP");

    /// <summary>HTTP/2.</summary>
    public static ServiceProtocol Http2 { get; } = new("HTTP2");

    /// <summary>gRPC, whose calls are all POST.</summary>
    public static ServiceProtocol Grpc { get; } = new("GRPC");

    /// <summary>Bytes.</summary>
    public static ServiceProtocol Tcp { get; } = new("TCP");

    /// <summary>TLS that the workload ends itself.</summary>
    public static ServiceProtocol Tls { get; } = new("TLS");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Http._name, Http2._name, Grpc._name, Tcp._name, Tls._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ServiceProtocol Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ServiceProtocol value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
