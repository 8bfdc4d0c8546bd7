// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>Where the mesh's proxies run.</summary>
[EnumType]
public readonly record struct DataPlane
{
    private readonly string _name;

    private DataPlane(string name) => _name = name;

    /// <summary>A proxy in every pod.</summary>
    public static DataPlane Sidecar { get; } = new("sidecar");

    /// <summary>A ztunnel on every node, and waypoints where layer 7 is asked for.</summary>
    public static DataPlane Ambient { get; } = new("ambient");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Sidecar._name, Ambient._name];

    /// <summary>Value of a name on the wire.</summary>
    public static DataPlane Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(DataPlane value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
