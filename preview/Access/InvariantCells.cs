using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Definition;

namespace MeshStack.Preview.Access;

/// <summary>Holds the cells of a matrix against invariants that close something.</summary>
internal sealed class InvariantCells(AccessMatrix matrix)
{
    private readonly HashSet<(AccessCaller, AccessTarget, string, int)> _own =
    [
        .. matrix.Cells.Select(c => (c.Caller, c.Target, c.Host, c.HostPort)),
    ];

    public IReadOnlyList<InvariantBreach> Breaches(Invariant invariant)
    {
        var requests = Requests(invariant);
        return
        [
            .. from cell in matrix.Cells
            where invariant.To.Matches(cell.Target.Cluster, cell.Target.Namespace, cell.Target.Service)
            where
                invariant.Kind == InvariantKind.Only
                    ? !invariant.From.Any(f => Covers(f, cell.Caller))
                    : invariant.From.Any(f => Touches(f, cell))
            let breach = Of(cell, cell.IsHttp ? requests : RequestSet.Everything)
            where breach is not null
            select breach,
        ];
    }

    private static RequestSet Requests(Invariant invariant)
    {
        var requests = invariant.Method is { } method && method != "*" ? RequestSet.Methods(TextSet.Istio(method)) : RequestSet.Everything;
        return invariant.Path is { } path ? requests.Intersect(RequestSet.Paths(TextSet.Path(path))) : requests;
    }

    private static InvariantBreach? Of(AccessCell cell, RequestSet requests)
    {
        var certain = cell.Requests.Certain.Intersect(requests);
        var found = certain.IsEmpty ? cell.Requests.Possible.Intersect(requests) : certain;
        if (found.Witness() is not { } witness)
        {
            return null;
        }

        var asks = cell.IsHttp ? (witness with { Identity = null }).ToString() : "a connection";
        var open = certain.IsEmpty ? $" may get through ({string.Join("; ", cell.Requests.Reasons)})" : " gets through";
        return new(
            cell.Target.Cluster,
            $"{cell.Target.Namespace}/{cell.Target.Service}",
            $"{asks} from {cell.Caller}{open}",
            cell.Because,
            !certain.IsEmpty
        );
    }

    /// <summary>Whether every caller that the cell speaks of is one of the pattern's.</summary>
    private static bool Covers(CallerPattern pattern, AccessCaller caller) =>
        caller.IsOutside
            ? pattern.IsOutside
            : !pattern.IsOutside
                && (pattern.Cluster ?? caller.Cluster) == caller.Cluster
                && (pattern.Namespace is null || pattern.Namespace == caller.Namespace)
                && (
                    pattern.ServiceAccount is null
                    || (pattern.ServiceAccount == caller.ServiceAccount && caller.ServiceAccount != DeclaredCallers.AnyAccount)
                );

    /// <summary>Whether some caller that the cell speaks of is one of the pattern's.</summary>
    private bool Touches(CallerPattern pattern, AccessCell cell)
    {
        var caller = cell.Caller;
        if (pattern.IsOutside || caller.IsOutside)
        {
            return pattern.IsOutside && caller.IsOutside;
        }

        if (
            (pattern.Cluster ?? caller.Cluster) != caller.Cluster
            || (caller.Namespace is not null && (pattern.Namespace ?? caller.Namespace) != caller.Namespace)
        )
        {
            return false;
        }

        if (pattern.ServiceAccount is null || pattern.ServiceAccount == caller.ServiceAccount)
        {
            return true;
        }

        // What stands for every other caller stands for this one, unless it has a cell of its own.
        return (caller.IsEveryone || caller.ServiceAccount == DeclaredCallers.AnyAccount)
            && !(
                pattern.Namespace is { } ns
                && _own.Contains(
                    (new AccessCaller(caller.Cluster, ns, pattern.ServiceAccount, false), cell.Target, cell.Host, cell.HostPort)
                )
            );
    }
}
