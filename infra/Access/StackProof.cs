using MeshStack.Analysis.Access;
using MeshStack.Infra.Offline;
using MeshStack.Manifests;

namespace MeshStack.Infra.Access;

/// <summary>What is proved of a stack before it is applied.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Snapshot">The stack as the analysis of access takes it.</param>
/// <param name="Matrix">Who may call whom.</param>
internal sealed record StackProof(StackComposition Stack, Snapshot Snapshot, AccessMatrix Matrix)
{
    public static StackProof Of(StackComposition stack)
    {
        var snapshot = StackSnapshot.Of(stack);
        return new(stack, snapshot, AccessMatrix.Of(snapshot));
    }

    /// <summary>The invariants that do not hold, and what the proof shows about objects and Istio's own checks do not say already.</summary>
    public IEnumerable<Finding> Findings(IReadOnlyList<Finding> istio)
    {
        var known = istio.Select(finding => (finding.Cluster, finding.Object, finding.Path)).ToHashSet();
        return InvariantFindings.Of(this).Concat(Stack.Locate([.. AccessFindings.Of(Snapshot, Matrix).Where(finding => !known.Contains((finding.Cluster, finding.Object, finding.Path)))]));
    }
}
