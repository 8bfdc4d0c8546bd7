using MeshStack.Analysis.Access;
using MeshStack.Manifests;

namespace MeshStack.Preview.Access;

/// <summary>What is proved of objects before they are applied.</summary>
/// <param name="Mesh">The objects.</param>
/// <param name="Snapshot">The objects as the analysis of access takes it.</param>
/// <param name="Matrix">Who may call whom.</param>
internal sealed record MeshProof(ComposedMesh Mesh, Snapshot Snapshot, AccessMatrix Matrix)
{
    public static MeshProof Of(ComposedMesh mesh)
    {
        var snapshot = MeshSnapshot.Of(mesh);
        return new(mesh, snapshot, AccessMatrix.Of(snapshot));
    }

    /// <summary>The invariants that do not hold, and what the proof shows about objects and Istio's own checks do not say already.</summary>
    public IEnumerable<Finding> Findings(IReadOnlyList<Finding> istio)
    {
        var known = istio.Select(finding => (finding.Cluster, finding.Object, finding.Path)).ToHashSet();
        return InvariantFindings.Of(this).Concat(Mesh.Locate([.. AccessFindings.Of(Snapshot, Matrix).Where(finding => !known.Contains((finding.Cluster, finding.Object, finding.Path)))]));
    }
}
