using Pulumi;

namespace MeshStack.Istio;

/// <summary>Kind of TLS towards the called host.</summary>
[EnumType]
public readonly record struct ClientTlsMode
{
    private readonly string _name;

    private ClientTlsMode(string name) => _name = name;

    /// <summary>No TLS.</summary>
    public static ClientTlsMode Disable { get; } = new("DISABLE");

    /// <summary>TLS in which only the server shows a certificate.</summary>
    public static ClientTlsMode Simple { get; } = new("SIMPLE");

    /// <summary>Mutual TLS with certificates of one's own.</summary>
    public static ClientTlsMode Mutual { get; } = new("MUTUAL");

    /// <summary>Mutual TLS with the certificates that Istio issues.</summary>
    public static ClientTlsMode IstioMutual { get; } = new("ISTIO_MUTUAL");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Disable._name, Simple._name, Mutual._name, IstioMutual._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ClientTlsMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ClientTlsMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
