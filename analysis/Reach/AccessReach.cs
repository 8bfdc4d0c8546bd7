using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Reach;

/// <summary>What whoever takes over a caller comes to: what it may call, what that may call, and so on.</summary>
/// <remarks>A workload that is called is taken for one that calls as its service account from then on: whether it can be made to is a
/// matter of the application, which nobody here sees.</remarks>
public sealed class AccessReach
{
    private readonly AccessCaller[] _callers;
    private readonly ILookup<AccessCaller, AccessCell> _calls;
    private readonly ILookup<AccessTarget, AccessCell> _callsTo;
    private readonly ILookup<AccessTarget, AccessCaller> _behind;
    private readonly ILookup<AccessCaller, AccessTarget> _inFront;
    private readonly ILookup<string, AccessCaller> _workloads;

    private AccessReach(Snapshot snapshot, AccessMatrix matrix)
    {
        _callers = [.. matrix.Callers.OrderBy(caller => caller.IsOutside ? 0 : 1).ThenBy(caller => caller)];
        _workloads = _callers.Where(caller => !caller.IsOutside).ToLookup(caller => caller.Cluster, StringComparer.Ordinal);

        // One way to a target is enough, and what surely gets through comes before what may.
        AccessCell[] cells =
        [
            .. matrix
                .Cells.Where(cell => cell.Caller.Identity is null)
                .Concat(matrix.Unnamed)
                .GroupBy(cell => (cell.Caller, cell.Target))
                .Select(same => same.FirstOrDefault(AccessWay.IsCertain) ?? same.First()),
        ];
        _calls = cells.ToLookup(cell => cell.Caller);
        _callsTo = cells.ToLookup(cell => cell.Target);
        var behind = cells
            .Select(cell => cell.Target)
            .Distinct()
            .SelectMany(target => CallersBehind(snapshot, target).Select(caller => (Target: target, Caller: caller)))
            .ToArray();
        _behind = behind.ToLookup(one => one.Target, one => one.Caller);
        _inFront = behind.ToLookup(one => one.Caller, one => one.Target);
    }

    /// <summary>The chains of a matrix.</summary>
    public static AccessReach From(Snapshot snapshot, AccessMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(matrix);
        return new(snapshot, matrix);
    }

    /// <summary>The callers of the matrix, clients outside first.</summary>
    public IReadOnlyList<AccessCaller> Callers => _callers;

    /// <summary>The shortest chains from a caller to every service that it comes to: one that surely leads there, and one that may do so
    /// where that is shorter, or the only one.</summary>
    public IReadOnlyList<AccessWay> Of(AccessCaller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var certain = Forward(caller, AccessWay.IsCertain);
        return
        [
            .. certain
                .Values.Concat(
                    Forward(caller, _ => true)
                        .Values.Where(way => !certain.TryGetValue(way.Target, out var sure) || way.Calls.Count < sure.Calls.Count)
                )
                .OrderBy(way => way.Calls.Count)
                .ThenBy(way => way.Target.ToString(), StringComparer.Ordinal)
                .ThenBy(way => way.IsUndecided),
        ];
    }

    /// <summary>The shortest chains from every caller to services, the nearest callers first: as for one caller those that surely lead
    /// there, and those that may. Whoever gets an identity that policies name and no workload has is a caller as well.</summary>
    /// <param name="isMeant">Whether a service is one of them.</param>
    /// <param name="passes">Whether a chain may lead through a caller that it does not begin with; through any by default.</param>
    public IReadOnlyList<AccessWay> To(Func<AccessTarget, bool> isMeant, Func<AccessCaller, bool>? passes = null)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        var certain = Backward(isMeant, passes, AccessWay.IsCertain);
        return
        [
            .. certain
                .Values.Concat(
                    Backward(isMeant, passes, _ => true)
                        .Values.Where(way => !certain.TryGetValue(way.Caller, out var sure) || way.Calls.Count < sure.Calls.Count)
                )
                .OrderBy(way => way.Calls.Count)
                .ThenBy(way => way.Caller.IsOutside ? 0 : 1)
                .ThenBy(way => way.Caller)
                .ThenBy(way => way.IsUndecided),
        ];
    }

    private Dictionary<AccessTarget, AccessWay> Forward(AccessCaller first, Func<AccessCell, bool> counts)
    {
        Dictionary<AccessTarget, AccessWay> found = [];
        Queue<(AccessCaller Caller, IReadOnlyList<AccessCell> Calls)> open = new([(first, [])]);
        HashSet<AccessCaller> seen = [first];
        while (open.TryDequeue(out var from))
        {
            foreach (var call in CallsOf(from.Caller).Where(counts))
            {
                if (!found.TryAdd(call.Target, new(first, [.. from.Calls, call])))
                {
                    continue;
                }

                foreach (var next in _behind[call.Target].Where(seen.Add))
                {
                    open.Enqueue((next, found[call.Target].Calls));
                }
            }
        }

        return found;
    }

    private Dictionary<AccessCaller, AccessWay> Backward(
        Func<AccessTarget, bool> isMeant,
        Func<AccessCaller, bool>? passes,
        Func<AccessCell, bool> counts
    )
    {
        Dictionary<AccessCaller, AccessWay> found = [];
        Queue<(AccessTarget Target, IReadOnlyList<AccessCell> Calls)> open = new(
            _callsTo
                .Select(calls => calls.Key)
                .Where(isMeant)
                .By(target => target)
                .Select(target => (target, (IReadOnlyList<AccessCell>)[]))
        );
        var seen = open.Select(one => one.Target).ToHashSet();
        while (open.TryDequeue(out var to))
        {
            foreach (var call in _callsTo[to.Target].Where(counts))
            {
                foreach (var caller in call.Caller.IsEveryone ? _workloads[call.Caller.Cluster] : [call.Caller])
                {
                    if (!found.TryAdd(caller, new(caller, [call, .. to.Calls])) || passes?.Invoke(caller) == false)
                    {
                        continue;
                    }

                    foreach (var before in _inFront[caller].Where(seen.Add))
                    {
                        open.Enqueue((before, found[caller].Calls));
                    }
                }
            }
        }

        return found;
    }

    private IEnumerable<AccessCell> CallsOf(AccessCaller caller) =>
        caller.IsOutside ? _calls[caller] : _calls[caller].Concat(_calls[AccessCaller.Everyone(caller.Cluster)]);

    // A gateway passes on, and calls nobody by itself.
    private static IEnumerable<AccessCaller> CallersBehind(Snapshot snapshot, AccessTarget target)
    {
        if (!snapshot.ClusterNames.Contains(target.Cluster, StringComparer.Ordinal))
        {
            return [];
        }

        var cluster = snapshot.Cluster(target.Cluster);
        var workloads = cluster.Services.TryGetValue(ServiceDns.HostOf(target.Service, target.Namespace), out var service)
            ? service.Selector is { } selector
                ? cluster.Selected(target.Namespace, selector)
                : []
            : cluster.WorkloadsIn(target.Namespace).Where(workload => workload.Name == target.Service);
        return workloads
            .Where(workload => !workload.IsGateway)
            .Select(workload => new AccessCaller(workload.Cluster, workload.Namespace, workload.ServiceAccount, false))
            .Distinct();
    }
}
