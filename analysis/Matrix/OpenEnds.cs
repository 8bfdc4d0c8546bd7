using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Matrix;

/// <summary>The requests of callers of which a matrix does not know where they end.</summary>
internal sealed class OpenEnds
{
    private readonly ILookup<AccessCaller, RequestSet> _requests;
    private readonly ILookup<string, RequestSet> _ofClusters;
    private readonly AccessCaller[] _hidden;

    public OpenEnds(AccessMatrix matrix)
    {
        var cells = matrix.Cells.Where(cell => cell.IsTargetUndecided).ToArray();
        _requests = cells.ToLookup(cell => cell.Caller, cell => cell.Requests.Possible);
        _ofClusters = cells
            .Where(cell => !cell.Caller.IsOutside)
            .ToLookup(cell => cell.Caller.Cluster, cell => cell.Requests.Possible, StringComparer.Ordinal);
        _hidden = [.. matrix.Callers.Where(caller => Mask.IsIn(caller.ServiceAccount) || Mask.IsIn(caller.Namespace))];
    }

    /// <summary>True where some of a caller's requests may end anywhere, or where the caller may be one that masks hide.</summary>
    public bool Have(AccessCaller caller, RequestSet requests)
    {
        if (requests.IsEmpty)
        {
            return false;
        }

        var open =
            caller.IsOutside ? _requests[caller]
            : caller.IsEveryone ? _ofClusters[caller.Cluster]
            : _requests[caller].Concat(_requests[AccessCaller.Everyone(caller.Cluster)]);
        return open.Any(some => !some.Intersect(requests).IsEmpty)
            || Array.Exists(
                _hidden,
                one => one.Cluster == caller.Cluster && (caller.IsEveryone || one.Namespace == caller.Namespace || Mask.IsIn(one.Namespace))
            );
    }
}
