using Pulumi;

namespace MeshStack.Istio;

/// <summary>Where the port of a redirect comes from.</summary>
[EnumType]
public readonly record struct RedirectPort
{
    private readonly string _name;

    private RedirectPort(string name) => _name = name;

    /// <summary>Default of the scheme, 80 or 443.</summary>
    public static RedirectPort FromProtocolDefault { get; } = new("FROM_PROTOCOL_DEFAULT");

    /// <summary>The port that was called.</summary>
    public static RedirectPort FromRequestPort { get; } = new("FROM_REQUEST_PORT");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [FromProtocolDefault._name, FromRequestPort._name];

    /// <summary>Value of a name on the wire.</summary>
    public static RedirectPort Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(RedirectPort value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
