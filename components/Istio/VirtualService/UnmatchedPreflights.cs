using Pulumi;

namespace MeshStack.Istio;

/// <summary>Treatment of preflight requests from origins that are not allowed.</summary>
[EnumType]
public readonly record struct UnmatchedPreflights
{
    private readonly string _name;

    private UnmatchedPreflights(string name) => _name = name;

    /// <summary>As FORWARD.</summary>
    public static UnmatchedPreflights Unspecified { get; } = new("UNSPECIFIED");

    /// <summary>Sent on to the service.</summary>
    public static UnmatchedPreflights Forward { get; } = new("FORWARD");

    /// <summary>Answered by the proxy without CORS headers.</summary>
    public static UnmatchedPreflights Ignore { get; } = new("IGNORE");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Unspecified._name, Forward._name, Ignore._name];

    /// <summary>Value of a name on the wire.</summary>
    public static UnmatchedPreflights Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(UnmatchedPreflights value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
