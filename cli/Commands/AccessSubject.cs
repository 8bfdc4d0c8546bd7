using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;
using MeshStack.Manifests;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Cli.Commands;

/// <summary>What questions of access are asked of: a stack, or a folder of manifests.</summary>
/// <param name="Sources">What the snapshot is made of.</param>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Mesh">The stack, or what a program registers; null for a folder.</param>
/// <param name="Project">The project's folder; null for a folder of manifests.</param>
internal sealed record AccessSubject(SnapshotSources Sources, Snapshot Snapshot, ComposedMesh? Mesh, string? Project)
{
    /// <summary>The stack; null for a folder and for a program.</summary>
    public StackComposition? Stack => Mesh as StackComposition;

    /// <summary>What becomes of the invariants of a stack; none for a folder.</summary>
    public IReadOnlyList<InvariantState> Invariants => Mesh?.Proof.Invariants ?? [];

    /// <summary>Who may call whom.</summary>
    public AccessMatrix Matrix() => Mesh?.Proof.Matrix ?? AccessMatrix.From(Snapshot);

    /// <summary>What a day makes of its accesses; nothing where none is given.</summary>
    public IReadOnlyList<Finding> Expiry(DateOnly? today) =>
        Mesh is null ? AccessExpiry.Of(Sources.Manifests, today) : AccessExpiry.Of(Mesh, today);

    /// <summary>What the proof shows about the objects, each at the place that it comes from.</summary>
    public IReadOnlyList<Finding> Findings(AccessMatrix matrix)
    {
        IReadOnlyList<Finding> findings = [.. Snapshot.Notes, .. AccessFindings.Of(Snapshot, matrix)];
        return Mesh is null ? findings : [.. Invariants.Select(state => state.Finding()).OfType<Finding>(), .. Mesh.Locate(findings)];
    }
}
