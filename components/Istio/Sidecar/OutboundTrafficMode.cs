using Pulumi;

namespace MeshStack.Istio;

/// <summary>Whether hosts that the registry does not know can be called.</summary>
[EnumType]
public readonly record struct OutboundTrafficMode
{
    private readonly string _name;

    private OutboundTrafficMode(string name) => _name = name;

    /// <summary>Only known hosts.</summary>
    public static OutboundTrafficMode RegistryOnly { get; } = new("REGISTRY_ONLY");

    /// <summary>Any host.</summary>
    public static OutboundTrafficMode AllowAny { get; } = new("ALLOW_ANY");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [RegistryOnly._name, AllowAny._name];

    /// <summary>Value of a name on the wire.</summary>
    public static OutboundTrafficMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(OutboundTrafficMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
