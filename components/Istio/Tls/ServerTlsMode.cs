using Pulumi;

namespace MeshStack.Istio;

/// <summary>What a server does with its clients' TLS.</summary>
[EnumType]
public readonly record struct ServerTlsMode
{
    private readonly string _name;

    private ServerTlsMode(string name) => _name = name;

    /// <summary>Passed on unopened, routed by SNI in a VirtualService.</summary>
    public static ServerTlsMode Passthrough { get; } = new("PASSTHROUGH");

    /// <summary>Ended here; the client shows no certificate.</summary>
    public static ServerTlsMode Simple { get; } = new("SIMPLE");

    /// <summary>Ended here; the client must show a certificate.</summary>
    public static ServerTlsMode Mutual { get; } = new("MUTUAL");

    /// <summary>Passed on unopened to the service that the SNI names.</summary>
    public static ServerTlsMode AutoPassthrough { get; } = new("AUTO_PASSTHROUGH");

    /// <summary>Ended here with the certificates that Istio issues.</summary>
    public static ServerTlsMode IstioMutual { get; } = new("ISTIO_MUTUAL");

    /// <summary>Ended here; a client certificate is checked if there is one.</summary>
    public static ServerTlsMode OptionalMutual { get; } = new("OPTIONAL_MUTUAL");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [Passthrough._name, Simple._name, Mutual._name, AutoPassthrough._name, IstioMutual._name, OptionalMutual._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ServerTlsMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ServerTlsMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
