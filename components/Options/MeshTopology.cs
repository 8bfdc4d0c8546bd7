// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>How the clusters of a mesh find each other.</summary>
[EnumType]
public readonly record struct MeshTopology
{
    private readonly string _name;

    private MeshTopology(string name) => _name = name;

    /// <summary>A control plane per cluster, each of which knows only the services that it imports.</summary>
    public static MeshTopology Federated { get; } = new("federated");

    /// <summary>A control plane per cluster, each of which reads the endpoints of all.</summary>
    public static MeshTopology MultiPrimary { get; } = new("multi-primary");

    /// <summary>Control planes in some clusters, which serve the others as well.</summary>
    public static MeshTopology PrimaryRemote { get; } = new("primary-remote");

    /// <summary>One cluster runs the control plane of all the others, and has one of its own.</summary>
    public static MeshTopology ExternalControlPlane { get; } = new("external-control-plane");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [Federated._name, MultiPrimary._name, PrimaryRemote._name, ExternalControlPlane._name];

    /// <summary>Value of a name on the wire.</summary>
    public static MeshTopology Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(MeshTopology value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
