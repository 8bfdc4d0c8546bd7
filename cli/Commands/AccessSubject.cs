using MeshStack.Analysis.Access;
using MeshStack.Infra.Offline;

namespace MeshStack.Cli.Commands;

/// <summary>What questions of access are asked of: a stack, or a folder of manifests.</summary>
/// <param name="Sources">What the snapshot is made of.</param>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Preview">The stack; null for a folder.</param>
/// <param name="Project">The project's folder; null for a folder of manifests.</param>
internal sealed record AccessSubject(SnapshotSources Sources, Snapshot Snapshot, StackPreview? Preview, string? Project);
