using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Matrix.Callers;
using MeshStack.Analysis.Topology;

namespace MeshStack.Preview.Access;

/// <summary>What is proved of objects before they are applied, each part of it when it is first asked for.</summary>
internal sealed class MeshProof(ComposedMesh mesh)
{
    private const string AnyPart = "*";

    /// <summary>The objects.</summary>
    public ComposedMesh Mesh => mesh;

    /// <summary>What the snapshot is made of.</summary>
    public SnapshotSources Sources => field ??= MeshSnapshot.SourcesOf(mesh);

    /// <summary>The objects as the analysis of access takes them.</summary>
    public Snapshot Snapshot => field ??= Snapshot.From(Sources);

    /// <summary>Who may call whom.</summary>
    public AccessMatrix Matrix =>
        field ??= AccessMatrix.From(Snapshot, new NamedIdentities(Snapshot, Asked(), areShared: mesh.Invariants.Count > 0));

    /// <summary>What becomes of each invariant, in their order.</summary>
    public IReadOnlyList<InvariantState> Invariants => field ??= InvariantState.Of(this);

    /// <summary>Whether it is about these objects.</summary>
    public bool IsOf(ComposedMesh other) =>
        ReferenceEquals(mesh.Recording, other.Recording)
        && ReferenceEquals(mesh.Facts, other.Facts)
        && mesh.Invariants.SequenceEqual(other.Invariants);

    /// <summary>The invariants that do not hold, where the intents say something else than the proof, and what it shows about the
    /// objects themselves.</summary>
    public (IReadOnlyList<Finding> Placed, IReadOnlyList<Finding> Objects) Findings() =>
        (
            [
                .. Invariants.Select(state => state.Finding()).OfType<Finding>(),
                .. mesh is StackComposition { Definition: var definition } ? AccessDifferences.Of(this, definition) : [],
            ],
            AccessFindings.Of(Snapshot, Matrix)
        );

    private IEnumerable<NamedIdentity> Asked() =>
        mesh
            .Invariants.Where(invariant => invariant.Kind is InvariantKind.Never or InvariantKind.NeverReaches)
            .SelectMany(invariant => invariant.From)
            .Where(from => !from.IsOutside && (from.Namespace ?? from.ServiceAccount) is not null)
            // Where every account of a namespace is let in, one stands for all of them.
            .Where(from => !mesh.Facts.Callers.Any(caller => caller.ServiceAccount is null && caller.Namespace == from.Namespace))
            .Select(from => new NamedIdentity(AnyPart, from.Namespace ?? AnyPart, from.ServiceAccount ?? AnyPart));
}
