// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>Step of a change from one root of trust to another.</summary>
[EnumType]
public readonly record struct TrustRotationPhase
{
    private readonly string _name;

    private TrustRotationPhase(string name) => _name = name;

    /// <summary>Makes the new root trusted.</summary>
    public static TrustRotationPhase Prepare { get; } = new("prepare");

    /// <summary>Lets the new root sign.</summary>
    public static TrustRotationPhase Switch { get; } = new("switch");

    /// <summary>Trusts the old root no more.</summary>
    public static TrustRotationPhase Retire { get; } = new("retire");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Prepare._name, Switch._name, Retire._name];

    /// <summary>Value of a name on the wire.</summary>
    public static TrustRotationPhase Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(TrustRotationPhase value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
