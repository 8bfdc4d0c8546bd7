using Pulumi;

namespace MeshStack.Istio;

/// <summary>Whether a service is part of the mesh.</summary>
[EnumType]
public readonly record struct ServiceEntryLocation
{
    private readonly string _name;

    private ServiceEntryLocation(string name) => _name = name;

    /// <summary>Outside: no mutual TLS by itself.</summary>
    public static ServiceEntryLocation MeshExternal { get; } = new("MESH_EXTERNAL");

    /// <summary>Inside, such as a virtual machine or another cluster.</summary>
    public static ServiceEntryLocation MeshInternal { get; } = new("MESH_INTERNAL");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [MeshExternal._name, MeshInternal._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ServiceEntryLocation Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ServiceEntryLocation value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
