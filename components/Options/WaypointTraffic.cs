// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>What is reached through a waypoint.</summary>
[EnumType]
public readonly record struct WaypointTraffic
{
    private readonly string _name;

    private WaypointTraffic(string name) => _name = name;

    /// <summary>Services.</summary>
    public static WaypointTraffic Service { get; } = new("service");

    /// <summary>Workloads by their addresses.</summary>
    public static WaypointTraffic Workload { get; } = new("workload");

    /// <summary>Both.</summary>
    public static WaypointTraffic All { get; } = new("all");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Service._name, Workload._name, All._name];

    /// <summary>Value of a name on the wire.</summary>
    public static WaypointTraffic Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(WaypointTraffic value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
