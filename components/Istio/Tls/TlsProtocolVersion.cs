using Pulumi;

namespace MeshStack.Istio;

/// <summary>Version of TLS.</summary>
[EnumType]
public readonly record struct TlsProtocolVersion
{
    private readonly string _name;

    private TlsProtocolVersion(string name) => _name = name;

    /// <summary>Chosen by the proxy.</summary>
    public static TlsProtocolVersion Auto { get; } = new("TLS_AUTO");

    /// <summary>TLS 1.0.</summary>
    public static TlsProtocolVersion Tls10 { get; } = new("TLSV1_0");

    /// <summary>TLS 1.1.</summary>
    public static TlsProtocolVersion Tls11 { get; } = new("TLSV1_1");

    /// <summary>TLS 1.2.</summary>
    public static TlsProtocolVersion Tls12 { get; } = new("TLSV1_2");

    /// <summary>TLS 1.3.</summary>
    public static TlsProtocolVersion Tls13 { get; } = new("TLSV1_3");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Auto._name, Tls10._name, Tls11._name, Tls12._name, Tls13._name];

    /// <summary>Value of a name on the wire.</summary>
    public static TlsProtocolVersion Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(TlsProtocolVersion value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
