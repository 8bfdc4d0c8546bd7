namespace MeshStack.Analysis.Topology.Gateways;

/// <summary>The waypoint that a Service or pod is bound to by its label or its namespace's.</summary>
/// <param name="Waypoint">The waypoint; null where it is bound to none.</param>
/// <param name="Unbound">Why a label binds nothing; null where there is no such label, or it binds.</param>
/// <param name="Unknown">Why it is not known; null where it is.</param>
internal sealed record WaypointBinding(Waypoint? Waypoint, string? Unbound, string? Unknown)
{
    /// <summary>No label asks for a waypoint.</summary>
    public static WaypointBinding None { get; } = new(null, null, null);
}
