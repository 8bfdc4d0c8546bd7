using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>What callers get through under the names of services, so that other ways are said where they let more through.</summary>
internal sealed class KnownAccess(IReadOnlyList<AccessCell> cells, IReadOnlyList<AccessCaller> callers)
{
    private readonly ILookup<(AccessCaller Caller, AccessTarget Target), RequestSet> _certain = cells
        .Where(cell => !cell.IsMirrored)
        .ToLookup(cell => (cell.Caller, cell.Target), cell => cell.Requests.Certain);

    /// <summary>True where every caller may do anything at a target.</summary>
    public bool IsOpen(AccessTarget target, string cluster) => Covers(AccessCaller.Everyone(cluster), target, RequestSet.Everything);

    public bool Covers(AccessCell cell) => Covers(cell.Caller, cell.Target, cell.Requests.Possible);

    private bool Covers(AccessCaller caller, AccessTarget target, RequestSet requests) =>
        requests.IsSubsetOf(RequestSet.Union(Of(caller, target)))
        || (caller.IsEveryone && callers.All(one => requests.IsSubsetOf(RequestSet.Union(Of(one, target)))));

    private IEnumerable<RequestSet> Of(AccessCaller caller, AccessTarget target) =>
        _certain[(caller, target)].Concat(caller.IsEveryone ? [] : _certain[(AccessCaller.Everyone(caller.Cluster), target)]);
}
