using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;
using MeshStack.Manifests;

namespace MeshStack.Preview.Access;

/// <summary>What is proved of objects before they are applied.</summary>
/// <param name="Mesh">The objects.</param>
/// <param name="Snapshot">The objects as the analysis of access takes it.</param>
/// <param name="Matrix">Who may call whom.</param>
internal sealed record MeshProof(ComposedMesh Mesh, Snapshot Snapshot, AccessMatrix Matrix)
{
    public static MeshProof From(ComposedMesh mesh)
    {
        var snapshot = MeshSnapshot.Of(mesh);
        return new(mesh, snapshot, AccessMatrix.From(snapshot));
    }

    /// <summary>The invariants that do not hold, and what the proof shows about the objects themselves.</summary>
    public (IReadOnlyList<Finding> Invariants, IReadOnlyList<Finding> Objects) Findings() =>
        ([.. InvariantFindings.Of(this)], AccessFindings.Of(Snapshot, Matrix));
}
