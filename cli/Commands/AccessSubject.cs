using MeshStack.Analysis.Access;
using MeshStack.Infra.Offline;
using MeshStack.Manifests;

namespace MeshStack.Cli.Commands;

/// <summary>What questions of access are asked of: a stack, or a folder of manifests.</summary>
/// <param name="Sources">What the snapshot is made of.</param>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Stack">The stack; null for a folder.</param>
/// <param name="Project">The project's folder; null for a folder of manifests.</param>
internal sealed record AccessSubject(SnapshotSources Sources, Snapshot Snapshot, StackComposition? Stack, string? Project)
{
    /// <summary>What the proof shows about the objects, each at the place that it comes from.</summary>
    public IReadOnlyList<Finding> Findings(AccessMatrix matrix)
    {
        var findings = AccessFindings.Of(Snapshot, matrix);
        return Stack?.Locate(findings) ?? findings;
    }
}
