// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>What a sidecar does with a host that the mesh does not know.</summary>
[EnumType]
public readonly record struct OutboundTrafficPolicy
{
    private readonly string _name;

    private OutboundTrafficPolicy(string name) => _name = name;

    /// <summary>It passes calls on.</summary>
    public static OutboundTrafficPolicy AllowAny { get; } = new("ALLOW_ANY");

    /// <summary>It refuses calls.</summary>
    public static OutboundTrafficPolicy RegistryOnly { get; } = new("REGISTRY_ONLY");

    /// <summary>It looks the host up itself and passes calls on; since Istio 1.31.</summary>
    public static OutboundTrafficPolicy AllowAnyDynamicDns { get; } = new("ALLOW_ANY_DYNAMIC_DNS");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [AllowAny._name, RegistryOnly._name, AllowAnyDynamicDns._name];

    /// <summary>Value of a name on the wire.</summary>
    public static OutboundTrafficPolicy Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(OutboundTrafficPolicy value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
