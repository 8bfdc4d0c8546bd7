using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Definition;
using MeshStack.Manifests;

namespace MeshStack.Preview.Access;

/// <summary>The invariants of a stack that do not hold, each with a request that shows it and the objects that let it through or stop
/// it.</summary>
internal static class InvariantFindings
{
    /// <summary>How the codes of these findings begin.</summary>
    public const string Code = "invariant-";

    public static IEnumerable<Finding> Of(MeshProof proof)
    {
        var cells = new InvariantCells(proof.Matrix);
        foreach (var invariant in proof.Mesh.Invariants)
        {
            var breaches =
                invariant.Kind == InvariantKind.Always
                    ? MissingAccess.Of(invariant, proof.Mesh.Facts, proof.Snapshot)
                    : cells.Breaches(invariant);
            if (breaches.FirstOrDefault(b => b.IsCertain) is { } certain)
            {
                yield return Finding(invariant, certain, breaches.Count(b => b.IsCertain), Severity.Error);
            }
            else if (breaches.Count > 0)
            {
                yield return Finding(invariant, breaches[0], breaches.Count, Severity.Warning);
            }
        }
    }

    private static Finding Finding(Invariant invariant, InvariantBreach breach, int count, Severity severity)
    {
        var objects = breach.Because.Count == 0 ? "" : $", by {string.Join(", ", breach.Because)}";
        var more = count > 1 ? FormattableString.Invariant($" (and {count - 1} more)") : "";
        return new(
            severity,
            $"{Code}{invariant.Kind.ToString().ToLowerInvariant()}",
            breach.Cluster,
            breach.Target,
            invariant.Where,
            $"{breach.Request}{objects}{more}",
            invariant.Location
        );
    }
}
