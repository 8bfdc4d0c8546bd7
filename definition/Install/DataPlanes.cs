namespace MeshStack.Definition;

/// <summary>Where the mesh's proxies run.</summary>
internal static class DataPlanes
{
    /// <summary>A proxy in every pod.</summary>
    public const string Sidecar = "sidecar";

    /// <summary>A ztunnel on every node, and waypoints where layer 7 is asked for.</summary>
    public const string Ambient = "ambient";

    /// <summary>Both.</summary>
    public static IReadOnlyList<string> All { get; } = [Sidecar, Ambient];
}
