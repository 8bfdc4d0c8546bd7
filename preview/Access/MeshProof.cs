using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Matrix.Callers;
using MeshStack.Analysis.Topology;
using MeshStack.Definition;
using MeshStack.Manifests;

namespace MeshStack.Preview.Access;

/// <summary>What is proved of objects before they are applied.</summary>
/// <param name="Mesh">The objects.</param>
/// <param name="Snapshot">The objects as the analysis of access takes it.</param>
/// <param name="Matrix">Who may call whom.</param>
internal sealed record MeshProof(ComposedMesh Mesh, Snapshot Snapshot, AccessMatrix Matrix)
{
    private const string AnyPart = "*";

    public static MeshProof From(ComposedMesh mesh)
    {
        var snapshot = MeshSnapshot.Of(mesh);
        var asked = mesh
            .Invariants.Where(invariant => invariant.Kind == InvariantKind.Never)
            .SelectMany(invariant => invariant.From)
            .Where(from => !from.IsOutside && (from.Namespace ?? from.ServiceAccount) is not null)
            // Where every account of a namespace is let in, one stands for all of them.
            .Where(from => !mesh.Facts.Callers.Any(caller => caller.ServiceAccount is null && caller.Namespace == from.Namespace))
            .Select(from => new NamedIdentity(AnyPart, from.Namespace ?? AnyPart, from.ServiceAccount ?? AnyPart));
        return new(mesh, snapshot, AccessMatrix.From(snapshot, new NamedIdentities(snapshot, asked, areShared: mesh.Invariants.Count > 0)));
    }

    /// <summary>The invariants that do not hold, and what the proof shows about the objects themselves.</summary>
    public (IReadOnlyList<Finding> Invariants, IReadOnlyList<Finding> Objects) Findings() =>
        ([.. InvariantFindings.Of(this)], AccessFindings.Of(Snapshot, Matrix));
}
