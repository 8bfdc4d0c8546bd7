using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Diff;

/// <summary>The cells of a matrix as they are compared: those of identities that no workload has among them, each under the same caller on
/// both sides.</summary>
internal sealed class ComparedCells
{
    private readonly ILookup<AccessTarget, AccessCell> _cells;
    private readonly HashSet<AccessCaller> _asked;

    /// <param name="matrix">The matrix.</param>
    /// <param name="known">The callers that are workloads on either side.</param>
    public ComparedCells(AccessMatrix matrix, IReadOnlySet<AccessCaller> known)
    {
        _cells = matrix
            .Cells.Where(cell => cell.Caller.Identity is null)
            .Concat(matrix.Unnamed.Select(cell => cell with { Caller = Same(cell.Caller, known) }))
            .ToLookup(cell => cell.Target);
        _asked = [.. matrix.Callers, .. matrix.Unknown.Select(caller => Same(caller, known))];
    }

    public IEnumerable<AccessTarget> Targets => _cells.Select(cells => cells.Key);

    public TargetAccess At(AccessTarget target) => new(_cells[target], _asked);

    // Whose workload is there on one side alone is the same caller on the other, as far as policies speak of it.
    private static AccessCaller Same(AccessCaller caller, IReadOnlySet<AccessCaller> known) =>
        caller with { Identity = null } is var workload && known.Contains(workload) ? workload : caller;
}
