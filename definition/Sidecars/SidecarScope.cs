namespace MeshStack.Definition;

/// <summary>What sidecars are told of the mesh.</summary>
internal static class SidecarScope
{
    /// <summary>Everything that the control plane knows.</summary>
    public const string Everything = "everything";

    /// <summary>Their own namespace, and what their workloads may call.</summary>
    public const string Generated = "generated";

    /// <summary>Both.</summary>
    public static IReadOnlyList<string> All { get; } = [Everything, Generated];
}
