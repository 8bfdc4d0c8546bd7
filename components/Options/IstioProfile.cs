// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>What an installation begins with; every option that is given wins over it.</summary>
[EnumType]
public readonly record struct IstioProfile
{
    private readonly string _name;

    private IstioProfile(string name) => _name = name;

    /// <summary>The charts' own defaults, with sidecars.</summary>
    public static IstioProfile Default { get; } = new("default");

    /// <summary>A control plane alone: no gateways.</summary>
    public static IstioProfile Minimal { get; } = new("minimal");

    /// <summary>The charts' profile for trying things out.</summary>
    public static IstioProfile Demo { get; } = new("demo");

    /// <summary>Without sidecars: istiod, cni and ztunnel.</summary>
    public static IstioProfile Ambient { get; } = new("ambient");

    /// <summary>Highly available istiod and gateways, and an access log.</summary>
    public static IstioProfile Production { get; } = new("production");

    /// <summary>The charts' profile of what is to come.</summary>
    public static IstioProfile Preview { get; } = new("preview");

    /// <summary>The charts' profile of stable features only.</summary>
    public static IstioProfile Stable { get; } = new("stable");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [Default._name, Minimal._name, Demo._name, Ambient._name, Production._name, Preview._name, Stable._name];

    /// <summary>Value of a name on the wire.</summary>
    public static IstioProfile Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(IstioProfile value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
