using MeshStack.Analysis.Matrix.Callers;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>The cells of groups of callers that asked for one host.</summary>
internal static class CellRows
{
    // Callers up to this number are named one by one even where all of them may do the same.
    private const int MostNamed = 16;

    private sealed record Way(CallerGroup Group, TargetOutcome Outcome, RequestBounds Requests);

    /// <param name="asked">What they asked for.</param>
    /// <param name="groups">The groups that asked in this protocol.</param>
    /// <param name="all">How many groups there are.</param>
    public static List<AccessCell> Of(HostPort asked, IReadOnlyList<CallerGroup> groups, int all) =>
        groups.Count == 0 ? [] : Everyone(asked, groups, all) ?? [.. Named(asked, groups)];

    // Where all do the same, they are one caller: else a service that is open to all would have a cell for each.
    private static List<AccessCell>? Everyone(HostPort asked, IReadOnlyList<CallerGroup> groups, int all)
    {
        var callers = groups[0].Scope.Callers;
        var known = groups.Where(group => group.Scope.IsKnown).ToArray();
        if (
            (asked is { Gateway: null, IsOfPods: false } && callers.All.Count <= MostNamed)
            || groups.Count < all
            || known.Length == 0
            || !known[0].IsAlike
            || !known.All(group => ReferenceEquals(group, known[0]) || (group.IsAlike && group.IsLike(known[0])))
        )
        {
            return null;
        }

        var everyone = AccessCaller.Everyone(callers.All[0].Caller.Cluster);
        var isAlike = groups.ToLookup(group => group.Scope.IsKnown || (group.IsAlike && group.IsLike(known[0])));
        CallerGroup[] alike = [.. isAlike[true]];
        CallerGroup[] rest = [.. isAlike[false]];
        return
        [
            .. known[0]
                .Targets.Select(
                    (target, i) =>
                        // Those who fare alike may come to different workloads of the target.
                        Cell(asked, everyone, known[0], target, target.Requests, target.IsOpen) with
                        {
                            Behind = Union(alike.Select(group => group.Targets[i].Behind)),
                        }
                ),
            .. rest.Length == 0 ? [] : Named(asked, rest),
        ];
    }

    private static IEnumerable<AccessCell> Named(HostPort asked, IReadOnlyList<CallerGroup> groups)
    {
        Dictionary<ClusterCaller, List<Way>> found = [];
        foreach (var group in groups)
        {
            foreach (var target in group.Targets)
            {
                foreach (var caller in group.Scope.Candidates(target.Requests.Possible))
                {
                    // Where who calls does not matter, one stands for all that nobody knows.
                    if (caller.IsUnknown && target.IsAlike && caller.Caller != caller.Caller.Other)
                    {
                        continue;
                    }

                    var requests = target.Requests.Of(caller.Principal);
                    if (!requests.Possible.IsEmpty)
                    {
                        (found.TryGetValue(caller, out var known) ? known : found[caller] = []).Add(new(group, target, requests));
                    }
                }
            }
        }

        List<AccessCell> cells = [];
        foreach (var (caller, ways) in found)
        {
            var all =
                caller.Classes.Count == 1
                    ? null
                    : RequestBounds.Ways(
                        [
                            .. caller.Classes.Select(one =>
                                RequestBounds.Union(
                                    ways.Where(way => way.Group.Scope.Class == one && !way.Outcome.IsMirrored).Select(way => way.Requests)
                                )
                            ),
                        ],
                        $"mixed: {caller.Caller} are several workloads that fare differently"
                    );
            foreach (var same in ways.GroupBy(way => (way.Outcome.Target, way.Outcome.IsMirrored)))
            {
                // Some of its workloads may come elsewhere under the same name.
                var (group, outcome, own) = same.First();
                var requests = same.Key.IsMirrored
                    ? RequestBounds.Union(same.Select(way => way.Requests))
                    : all?.Intersect(RequestBounds.From(RequestSet.Union(same.Select(way => way.Requests.Possible)))) ?? own;
                cells.Add(
                    Cell(asked, caller.Caller, group, outcome, requests, same.Any(way => way.Outcome.IsOpen)) with
                    {
                        IsForAnyone = caller.IsUnknown && outcome.IsAlike,
                        IsImplied = caller.IsShared,
                        Behind = ways.Count == 1 ? outcome.Behind : Union(same.Select(way => way.Outcome.Behind)),
                    }
                );
            }
        }

        return cells.Any(cell => cell.Caller.Identity is not null) ? Told(cells) : cells;
    }

    // A caller that nobody knows is worth a line of its own where it fares otherwise than any other one, and that one where no workload
    // fares as well.
    private static IEnumerable<AccessCell> Told(List<AccessCell> cells)
    {
        var others = cells.Where(cell => cell.Caller == cell.Caller.Other).ToLookup(cell => (cell.Target, cell.IsMirrored));
        var known = cells.Where(cell => cell.Caller.Identity is null).ToLookup(cell => (cell.Target, cell.IsMirrored));
        return cells.Select(cell =>
            cell.Caller.Identity is null
                ? cell
                : cell with
                {
                    IsImplied =
                        cell.IsImplied
                        || (
                            cell.Caller == cell.Caller.Other
                                ? known[(cell.Target, cell.IsMirrored)].Any()
                                : others[(cell.Target, cell.IsMirrored)].Any(other => other.Requests.Same(cell.Requests))
                        ),
                }
        );
    }

    private static IReadOnlyList<AccessCaller> Union(IEnumerable<IReadOnlyList<AccessCaller>> parts)
    {
        var union = parts.First();
        foreach (var part in parts.Skip(1).Where(part => !ReferenceEquals(part, union) && part.Except(union).Any()))
        {
            union = [.. union.Union(part)];
        }

        return union;
    }

    private static AccessCell Cell(
        HostPort asked,
        AccessCaller caller,
        CallerGroup group,
        TargetOutcome target,
        RequestBounds requests,
        bool isOpen
    ) =>
        new(caller, target.Target, asked.Host, asked.Port, requests, target.Because, target.Through)
        {
            IsHttp = group.Protocol == RequestProtocol.Http || (asked.Gateway is not null && group.Protocol != RequestProtocol.Tcp),
            Protocols = [group.Protocol],
            Gateway = asked.Gateway?.Host,
            IsMirrored = target.IsMirrored,
            IsTargetUndecided = isOpen,
            Behind = target.Behind,
            IsAside = target.IsMirrored || caller.Identity is not null || asked is not { Gateway: null, IsOfPods: false },
        };
}
