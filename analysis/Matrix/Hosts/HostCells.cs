using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix.Callers;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>The cells of one cluster's callers, host by host.</summary>
internal sealed class HostCells(Snapshot snapshot, string cluster, TargetIndex targets)
{
    // Callers up to this number are named one by one even where all of them may do the same.
    private const int MostNamed = 16;

    private readonly ClusterCallers _callers = new(snapshot, cluster);
    private readonly Registry _registry = snapshot.Registry(snapshot.ControlPlaneOf(cluster).Name);
    private readonly DistinguishingNamespaces _distinguishing = new(
        snapshot.ControlPlaneOf(cluster),
        snapshot.Registry(snapshot.ControlPlaneOf(cluster).Name)
    );
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(CallerClass Class, string Namespace), Client> _clients = new();

    private readonly List<(CoverageTrace Trace, Func<RequestSet, bool> IsMade)> _coverage = [];

    /// <summary>What the questions came by, once they are asked.</summary>
    public IEnumerable<(CoverageTrace Trace, Func<RequestSet, bool> IsMade)> Coverage => _coverage;

    public IEnumerable<AccessCaller> Callers => _callers.All.Select(caller => caller.Caller);

    public IReadOnlyList<AccessCell> Cells()
    {
        var asked = _callers.All.Count == 0 ? [] : HostPort.Of(_callers.ControlPlane, _registry);
        return [.. asked.SelectMany(CellsOf)];
    }

    private IEnumerable<AccessCell> CellsOf(HostPort asked)
    {
        var distinguishing = _distinguishing.Of(asked.Host);
        List<CallerGroup> groups = [];
        foreach (var (one, namespaces) in _callers.Spaces)
        {
            var special =
                distinguishing.Count < namespaces.Count
                    ? distinguishing.Where(namespaces.Contains).ToArray()
                    : [.. namespaces.Where(distinguishing.Contains)];
            groups.AddRange(special.Select(ns => Ask(asked, one, ns, distinguishing)));
            if (special.Length < namespaces.Count)
            {
                groups.Add(Ask(asked, one, SymbolicRequest.Anyone, distinguishing));
            }
        }

        return Everyone(asked, groups) ?? Named(asked, groups);
    }

    private CallerGroup Ask(HostPort asked, CallerClass one, string ns, IReadOnlySet<string> distinguishing)
    {
        var client = _clients.GetOrAdd((one, ns), key => new(snapshot, key.Class.Representative(cluster, key.Namespace)));
        var kind = (_registry.Find(asked.Host, ns).Service ?? _registry.Find(asked.Host, ns).Hidden)?.Port(asked.Port)?.Protocol;
        var protocol = SymbolicQuestion.ProtocolOf(kind);
        var (trace, scope) = (new CoverageTrace(), new CallerScope(_callers, one, ns, distinguishing));
        var outcome = SymbolicQuestion.FromWorkload(client, asked, protocol, trace);
        _coverage.Add((trace, scope.Make));
        return new(
            scope,
            protocol == RequestProtocol.Http,
            TargetOutcome.Of(
                outcome,
                (workload, port) => targets.Find(workload, port, asked.Host),
                () => TargetIndex.Meant(_callers.ControlPlane, _registry, asked.Host, asked.Port, ns)
            )
        );
    }

    // Where all do the same, they are one caller: else a service that is open to all would have a cell for each.
    private IReadOnlyList<AccessCell>? Everyone(HostPort asked, List<CallerGroup> groups)
    {
        var first = groups[0];
        return
            _callers.All.Count > MostNamed
            && first.IsAlike
            && groups.TrueForAll(group => ReferenceEquals(group, first) || (group.IsAlike && group.IsLike(first)))
            ?
            [
                .. first.Targets.Select(target =>
                    Cell(asked, AccessCaller.Everyone(cluster), target, target.Requests, first.IsHttp, target.IsOpen)
                ),
            ]
            : null;
    }

    private static IEnumerable<AccessCell> Named(HostPort asked, List<CallerGroup> groups)
    {
        Dictionary<ClusterCaller, List<(CallerClass Class, bool IsHttp, TargetOutcome Outcome, RequestBounds Requests)>> found = [];
        foreach (var group in groups)
        {
            foreach (var target in group.Targets)
            {
                foreach (var caller in group.Scope.Candidates(target.Requests.Possible))
                {
                    var requests = target.Requests.Of(caller.Principal);
                    if (!requests.Possible.IsEmpty)
                    {
                        (found.TryGetValue(caller, out var known) ? known : found[caller] = []).Add(
                            (group.Scope.Class, group.IsHttp, target, requests)
                        );
                    }
                }
            }
        }

        foreach (var (caller, ways) in found)
        {
            var all =
                caller.Classes.Count == 1
                    ? null
                    : RequestBounds.Ways(
                        [
                            .. caller.Classes.Select(one =>
                                RequestBounds.Union(ways.Where(way => way.Class == one).Select(way => way.Requests))
                            ),
                        ],
                        $"mixed: {caller.Caller} are several workloads that fare differently"
                    );
            foreach (var same in ways.GroupBy(way => way.Outcome.Target))
            {
                // Some of its workloads may come elsewhere under the same name.
                var (_, isHttp, outcome, own) = same.First();
                var requests = all?.Intersect(RequestBounds.From(RequestSet.Union(same.Select(way => way.Requests.Possible)))) ?? own;
                yield return Cell(asked, caller.Caller, outcome, requests, isHttp, same.Any(way => way.Outcome.IsOpen));
            }
        }
    }

    private static AccessCell Cell(
        HostPort asked,
        AccessCaller caller,
        TargetOutcome target,
        RequestBounds requests,
        bool isHttp,
        bool isOpen
    ) =>
        new(caller, target.Target, asked.Host, asked.Port, requests, target.Because, target.Through)
        {
            IsHttp = isHttp,
            IsTargetUndecided = isOpen,
        };
}
