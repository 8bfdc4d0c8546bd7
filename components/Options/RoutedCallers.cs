// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>Whose calls a route is for.</summary>
[EnumType]
public readonly record struct RoutedCallers
{
    private readonly string _name;

    private RoutedCallers(string name) => _name = name;

    /// <summary>Those of workloads in the mesh.</summary>
    public static RoutedCallers Mesh { get; } = new("mesh");

    /// <summary>Those of clients outside the mesh, through the ingress gateway.</summary>
    public static RoutedCallers Ingress { get; } = new("ingress");

    /// <summary>Those of both.</summary>
    public static RoutedCallers Both { get; } = new("both");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Mesh._name, Ingress._name, Both._name];

    /// <summary>Value of a name on the wire.</summary>
    public static RoutedCallers Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(RoutedCallers value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
