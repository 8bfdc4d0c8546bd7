using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Matrix;

/// <summary>The cells of one target, by caller.</summary>
internal sealed class TargetAccess
{
    private readonly Dictionary<AccessCaller, AccessCell[]> _cells;

    private readonly IReadOnlySet<AccessCaller> _asked;

    /// <param name="cells">The cells of the target.</param>
    /// <param name="asked">The callers that asked, whether or not they have cells.</param>
    public TargetAccess(IEnumerable<AccessCell> cells, IReadOnlySet<AccessCaller> asked)
    {
        _asked = asked;
        _cells = cells.GroupBy(cell => cell.Caller).ToDictionary(own => own.Key, own => own.ToArray());
        Open = [.. _cells.Keys.Where(caller => caller.IsEveryone).Select(caller => caller.Cluster)];
    }

    public IEnumerable<AccessCaller> Callers => _cells.Keys;

    /// <summary>The clusters all of whose workloads get something through.</summary>
    public IReadOnlyList<string> Open { get; }

    /// <summary>True where the cells say the same, whatever objects they rest on.</summary>
    public bool IsLike(TargetAccess other) =>
        _cells.Count == other._cells.Count
        && _cells.All(own =>
            other._cells.TryGetValue(own.Key, out var cells)
            && own.Value.Length == cells.Length
            && own.Value.Zip(cells)
                .All(pair =>
                    pair.First.Requests.Certain.Equals(pair.Second.Requests.Certain)
                    && pair.First.Requests.Possible.Equals(pair.Second.Requests.Possible)
                )
        );

    /// <summary>A caller's own cells, and under other names those of everyone.</summary>
    public CallerAccess Of(AccessCaller caller)
    {
        var own = _cells.GetValueOrDefault(AsAsked(caller)) ?? [];
        var everyone = caller.IsOutside || caller.IsEveryone ? [] : _cells.GetValueOrDefault(AccessCaller.Everyone(caller.Cluster)) ?? [];
        AccessCell[] all =
        [
            .. own,
            .. everyone.Where(cell => !own.Any(other => (other.Host, other.HostPort) == (cell.Host, cell.HostPort))),
        ];
        return new(RequestBounds.Union(all.Select(cell => cell.Requests)), [.. all.SelectMany(cell => cell.Because).Distinct()]);
    }

    // Whom no policy names is any other caller.
    private AccessCaller AsAsked(AccessCaller caller) =>
        caller.Identity is not null && (!_asked.Contains(caller) || IsOpenTo(caller)) ? caller.Other : caller;

    // Where who calls does not matter, any other caller has the cells of all that nobody knows.
    private bool IsOpenTo(AccessCaller caller) =>
        !_cells.ContainsKey(caller) && _cells.TryGetValue(caller.Other, out var cells) && Array.Exists(cells, cell => cell.IsForAnyone);
}
