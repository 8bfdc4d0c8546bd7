// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>Whether nodes pass a load balancer's connections on to each other.</summary>
[EnumType]
public readonly record struct ExternalTrafficPolicy
{
    private readonly string _name;

    private ExternalTrafficPolicy(string name) => _name = name;

    /// <summary>They do, which hides the clients' addresses from the gateway.</summary>
    public static ExternalTrafficPolicy Cluster { get; } = new("Cluster");

    /// <summary>They do not, which keeps the clients' addresses.</summary>
    public static ExternalTrafficPolicy Local { get; } = new("Local");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Cluster._name, Local._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ExternalTrafficPolicy Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ExternalTrafficPolicy value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
