using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Preview.Access;

/// <summary>Holds the cells of a matrix against invariants that close something.</summary>
internal sealed class InvariantCells(AccessMatrix matrix)
{
    private readonly HashSet<(AccessCaller, AccessTarget, string, int)> _own =
    [
        .. matrix.Cells.Select(c => (c.Caller, c.Target, c.Host, c.HostPort)),
    ];

    // Whoever may be there counts, whether or not the matrix lists it.
    private readonly AccessCell[] _cells = [.. matrix.Cells.Where(cell => cell.Caller.Identity is null), .. matrix.Unnamed];

    public IReadOnlyList<InvariantBreach> Breaches(Invariant invariant)
    {
        var requests = Requests(invariant);
        return
        [
            .. from cell in _cells
            where invariant.To.Matches(cell.Target.Cluster, cell.Target.Namespace, cell.Target.Service)
            where
                invariant.Kind == InvariantKind.Only ? !invariant.From.Any(f => Covers(f, cell)) : invariant.From.Any(f => Touches(f, cell))
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
    private static bool Covers(CallerPattern pattern, AccessCell cell) =>
        // Who comes by an ingress gateway comes as those outside do.
        cell.Gateway
            is not null
            && pattern.IsOutside
        || Covers(pattern, cell.Caller);

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

        if (caller.Identity is not null)
        {
            return (pattern.Cluster ?? caller.Cluster) == caller.Cluster && Has(pattern, cell);
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

    // Every identity that an invariant names was asked for itself; where who calls does not matter, any other one speaks for it.
    private static bool Has(CallerPattern pattern, AccessCell cell) =>
        cell.IsForAnyone
        || (
            (pattern.Namespace is null || pattern.Namespace == cell.Caller.Namespace)
            && (pattern.ServiceAccount is null || pattern.ServiceAccount == cell.Caller.ServiceAccount)
        );
}
