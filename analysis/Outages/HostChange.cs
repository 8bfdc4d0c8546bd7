using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Outages;

/// <summary>What one caller got under one name before an outage, and what it gets now.</summary>
internal sealed class HostChange
{
    private readonly AccessCell[] _before;
    private readonly string _host;
    private readonly string? _comesTo;

    public HostChange(AccessCaller caller, string host, AccessCell[] before, AccessCell[] now, string? comesTo)
    {
        (Caller, _host, _before, Now, _comesTo) = (caller, host, before, now, comesTo);
        try
        {
            var all = RequestBounds.Union(before.Select(cell => cell.Requests));
            var left = RequestBounds.Union(now.Select(cell => cell.Requests));
            var lost = all.Possible.Except(left.Possible).Union(all.Certain.Except(left.Certain));
            (Losses, Takeover) = ([.. LossesOf(lost, all, left)], TakeoverOf(lost, left));
        }
        catch (SetLimitException)
        {
            // Too much to tell apart: whatever was asked may be lost.
            Losses = [.. before.Select(cell => Loss(cell, cell.Requests.Possible, isUndecided: true))];
        }
    }

    public AccessCaller Caller { get; }

    public IReadOnlyList<AccessCell> Now { get; }

    /// <summary>What does not get through any more, at the targets that are gone; what they do not explain, at those that are
    /// left.</summary>
    public IReadOnlyList<LostAccess> Losses { get; }

    /// <summary>What other targets answer instead; null where none does.</summary>
    public Takeover? Takeover { get; }

    private bool IsHttp => _before[0].IsHttp;

    /// <summary>The targets that are reached by another way; those that take over are told with what they take over.</summary>
    public IEnumerable<Detour> Detours()
    {
        var told = (Takeover?.By ?? []).Select(one => one.Target).ToHashSet();
        return from cell in _before
            from now in Now
            where now.Target == cell.Target && now.Through != cell.Through && !told.Contains(cell.Target)
            select new Detour(Caller, _host, cell.Target, cell.Through, now.Through, _comesTo);
    }

    private IEnumerable<LostAccess> LossesOf(RequestSet lost, RequestBounds all, RequestBounds left)
    {
        if (lost.IsEmpty)
        {
            return [];
        }

        var gone = _before.Select(cell => (Cell: cell, Requests: lost.Intersect(GoneAt(cell)))).ToArray();
        var rest = lost.Except(RequestSet.Union(gone.Select(one => one.Requests)));
        return from one in gone
            let requests = one.Requests.Union(rest.Intersect(one.Cell.Requests.Possible))
            where !requests.IsEmpty
            let isKnown = requests.IsSubsetOf(all.Certain.Except(left.Possible))
            select Loss(one.Cell, requests, !isKnown);
    }

    private LostAccess Loss(AccessCell cell, RequestSet requests, bool isUndecided) =>
        new(Caller, cell.Target, [_host], requests, IsHttp, isUndecided, false, cell.Because);

    private Takeover? TakeoverOf(RequestSet lost, RequestBounds left)
    {
        var gone = _before
            .Select(cell => (cell.Target, Requests: GoneAt(cell).Intersect(left.Possible).Except(lost)))
            .Where(one => !one.Requests.IsEmpty)
            .ToArray();
        var moved = RequestSet.Union(gone.Select(one => one.Requests));
        ReachedTarget[] by =
        [
            .. Now.Where(cell => !cell.Requests.Possible.Intersect(moved).IsEmpty)
                .Select(cell => new ReachedTarget(cell.Target, cell.Through)),
        ];
        return by.Length == 0
            ? null
            : new(Caller, _host, [.. gone.Select(one => one.Target)], by, moved, IsHttp, !moved.IsSubsetOf(left.Certain), _comesTo);
    }

    private RequestSet GoneAt(AccessCell cell) =>
        cell.Requests.Possible.Except(RequestSet.Union(Now.Where(now => now.Target == cell.Target).Select(now => now.Requests.Possible)));
}
