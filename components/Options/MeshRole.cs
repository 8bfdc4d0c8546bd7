// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>What a cluster is to the control planes of its mesh.</summary>
[EnumType]
public readonly record struct MeshRole
{
    private readonly string _name;

    private MeshRole(string name) => _name = name;

    /// <summary>Runs a control plane, for itself and for the remotes that name it.</summary>
    public static MeshRole Primary { get; } = new("primary");

    /// <summary>Is served by the control plane of another cluster.</summary>
    public static MeshRole Remote { get; } = new("remote");

    /// <summary>Is served from another cluster, and its API server holds the configuration for all that are.</summary>
    public static MeshRole Config { get; } = new("config");

    /// <summary>Hosts the control plane of the others, in a namespace of its own beside the one that serves itself.</summary>
    public static MeshRole External { get; } = new("external");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Primary._name, Remote._name, Config._name, External._name];

    /// <summary>Value of a name on the wire.</summary>
    public static MeshRole Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(MeshRole value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
