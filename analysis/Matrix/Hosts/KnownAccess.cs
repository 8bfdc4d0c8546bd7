using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>What callers get through under the names of services, so that other ways are said where they let more through.</summary>
internal sealed class KnownAccess(IReadOnlyList<AccessCell> cells, IReadOnlyList<AccessCaller> callers)
{
    private readonly ILookup<(AccessCaller Caller, AccessTarget Target), RequestBounds> _known = cells
        .Where(cell => !cell.IsMirrored)
        .ToLookup(cell => (cell.Caller, cell.Target), cell => cell.Requests);

    /// <summary>True where every caller may do anything at a target.</summary>
    public bool IsOpen(AccessTarget target, string cluster) => Covers(AccessCaller.Everyone(cluster), target, RequestBounds.Everything);

    /// <summary>True where a cell lets through no more than what is known.</summary>
    public bool Covers(AccessCell cell) => Covers(cell.Caller, cell.Target, cell.Requests);

    private bool Covers(AccessCaller caller, AccessTarget target, RequestBounds requests) =>
        Has(caller, target, requests) || (caller.IsEveryone && callers.All(one => Has(one, target, requests)));

    private bool Has(AccessCaller caller, AccessTarget target, RequestBounds requests)
    {
        var known = _known[(caller, target)].Concat(caller.IsEveryone ? [] : _known[(AccessCaller.Everyone(caller.Cluster), target)]);
        return known.Aggregate(
                (requests.Possible, requests.Certain),
                (left, one) => (left.Possible.Except(one.Possible), left.Certain.Except(one.Certain))
            )
                is var (possible, certain)
            && possible.IsEmpty
            && certain.IsEmpty;
    }
}
