using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Matrix;

/// <summary>The cells of one target, by caller.</summary>
internal sealed class TargetAccess
{
    private readonly Dictionary<AccessCaller, AccessCell[]> _cells;

    public TargetAccess(IEnumerable<AccessCell> cells)
    {
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
        var own = _cells.GetValueOrDefault(caller) ?? [];
        var everyone = caller.IsOutside || caller.IsEveryone ? [] : _cells.GetValueOrDefault(AccessCaller.Everyone(caller.Cluster)) ?? [];
        AccessCell[] all =
        [
            .. own,
            .. everyone.Where(cell => !own.Any(other => (other.Host, other.HostPort) == (cell.Host, cell.HostPort))),
        ];
        return new(RequestBounds.Union(all.Select(cell => cell.Requests)), [.. all.SelectMany(cell => cell.Because).Distinct()]);
    }
}
