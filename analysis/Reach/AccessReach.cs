using System.Collections.Concurrent;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Reach;

/// <summary>What whoever takes over a caller comes to: what it may call, what that may call, and so on.</summary>
/// <remarks>A workload that is called is taken for one that calls as its service account from then on: whether it can be made to is a
/// matter of the application, which nobody here sees.</remarks>
public sealed class AccessReach
{
    private const int Nobody = -1;

    // Callers and targets are numbered in the order in which chains are told.
    private readonly AccessCaller[] _all;
    private readonly AccessTarget[] _targets;
    private readonly Dictionary<AccessCaller, int> _numbers;
    private readonly AccessCaller[] _callers;
    private readonly HashSet<AccessCaller> _known;
    private readonly Call[][] _calls;
    private readonly Call[][] _callsTo;
    private readonly int[][] _behind;
    private readonly int[][] _inFront;
    private readonly int[] _everyone;
    private readonly ILookup<string, int> _workloads;
    private readonly bool _isDecided;
    private readonly ConcurrentDictionary<int, ReachedTargets> _shared = new();

    private AccessReach(AccessMatrix matrix)
    {
        // One way to a target is enough, and what surely gets through comes before what may.
        AccessCell[] cells =
        [
            .. matrix
                .Cells.Where(cell => cell.Caller.Identity is null)
                .Concat(matrix.Unnamed)
                .GroupBy(cell => (cell.Caller, cell.Target))
                .Select(same => same.FirstOrDefault(AccessWay.IsCertain) ?? same.First()),
        ];
        _callers = [.. InOrder(matrix.Callers)];
        _known = [.. _callers];
        _targets = [.. cells.Select(cell => cell.Target).Distinct().OrderBy(target => target.ToString(), StringComparer.Ordinal)];
        _all =
        [
            .. InOrder(_callers.Concat(cells.Select(cell => cell.Caller)).Concat(_targets.SelectMany(to => matrix.Behind[to])).Distinct()),
        ];
        _numbers = _all.Select((caller, i) => (caller, i)).ToDictionary(one => one.caller, one => one.i);
        _everyone =
        [
            .. _all.Select(caller => caller.IsOutside ? Nobody : _numbers.GetValueOrDefault(AccessCaller.Everyone(caller.Cluster), Nobody)),
        ];
        _workloads = _callers
            .Where(caller => !caller.IsOutside)
            .ToLookup(caller => caller.Cluster, caller => _numbers[caller], StringComparer.Ordinal);

        var targets = _targets.Select((target, i) => (target, i)).ToDictionary(one => one.target, one => one.i);
        Call[] calls = [.. cells.Select(cell => new Call(cell, _numbers[cell.Caller], targets[cell.Target], AccessWay.IsCertain(cell)))];
        _isDecided = Array.TrueForAll(calls, call => call.IsCertain);
        _calls = Grouped(_all.Length, calls, call => call.Caller, call => call);
        _callsTo = Grouped(_targets.Length, calls, call => call.Target, call => call);
        _behind = [.. _targets.Select(target => matrix.Behind[target].Select(caller => _numbers[caller]).ToArray())];
        var inFront = _behind.SelectMany((callers, target) => callers.Select(caller => (Caller: caller, Target: target))).ToArray();
        _inFront = Grouped(_all.Length, inFront, one => one.Caller, one => one.Target);
    }

    /// <summary>The chains of a matrix.</summary>
    public static AccessReach From(AccessMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new(matrix);
    }

    /// <summary>The callers of the matrix, clients outside first.</summary>
    public IReadOnlyList<AccessCaller> Callers => _callers;

    /// <summary>The shortest chains from a caller to every service that it comes to: one that surely leads there, and one that may do so
    /// where that is shorter, or the only one.</summary>
    public IReadOnlyList<AccessWay> Of(AccessCaller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return [.. Reached(caller).Ends.Select(end => new AccessWay(caller, end.UpToHere))];
    }

    /// <summary>The shortest chains from every caller to services, the nearest callers first: as for one caller those that surely lead
    /// there, and those that may. Whoever gets an identity that policies name and no workload has is a caller as well.</summary>
    /// <param name="isMeant">Whether a service is one of them.</param>
    /// <param name="passes">Whether a chain may lead through a caller that it does not begin with; through any by default.</param>
    public IReadOnlyList<AccessWay> To(Func<AccessTarget, bool> isMeant, Func<AccessCaller, bool>? passes = null)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        int[] meant = [.. Enumerable.Range(0, _targets.Length).Where(target => isMeant(_targets[target])).By(target => _targets[target])];
        var certain = Backward(meant, passes, isCertain: true);
        var ways = Shorter(certain, _isDecided ? certain : Backward(meant, passes, isCertain: false));
        return [.. ways.Select(way => new AccessWay(_all[way.Number], way.Link.FromHere))];
    }

    /// <summary>True for a caller of the matrix.</summary>
    internal bool Has(AccessCaller caller) => _known.Contains(caller);

    /// <summary>The callers that one stands for: every workload of a cluster, or itself.</summary>
    internal IEnumerable<AccessCaller> Each(AccessCaller caller) =>
        caller.IsEveryone ? _workloads[caller.Cluster].Select(one => _all[one]) : [caller];

    /// <summary>The ends of the chains of a caller.</summary>
    internal ReachedTargets Reached(AccessCaller caller)
    {
        // Most callers of an open mesh may do what everyone may, and nothing else.
        var everyone = caller.IsOutside ? Nobody : _numbers.GetValueOrDefault(AccessCaller.Everyone(caller.Cluster), Nobody);
        return _numbers.TryGetValue(caller, out var number) && _calls[number].Length > 0 && number != everyone ? Forward(number)
            : everyone == Nobody ? ReachedTargets.None
            : _shared.GetOrAdd(everyone, Forward);
    }

    /// <summary>Callers that come by one call to workloads with accounts that were not behind the same target before.</summary>
    internal IEnumerable<AccessCaller> Diverted(AccessReach before)
    {
        var was = before._targets.Select((target, i) => (target, i)).ToDictionary(one => one.target, one => one.i);
        return Enumerable
            .Range(0, _targets.Length)
            .Where(target => !_behind[target].All(one => was.TryGetValue(_targets[target], out var old) && before.IsBehind(old, _all[one])))
            .SelectMany(target => _callsTo[target])
            .Select(call => call.Caller)
            .Distinct()
            .SelectMany(caller => Each(_all[caller]));
    }

    private bool IsBehind(int target, AccessCaller caller) => Array.Exists(_behind[target], one => _all[one] == caller);

    private ReachedTargets Forward(int first)
    {
        var certain = Forward(first, isCertain: true);
        return new([.. Shorter(certain, _isDecided ? certain : Forward(first, isCertain: false)).Select(one => one.Link)]);
    }

    private ChainLink?[] Forward(int first, bool isCertain)
    {
        var found = new ChainLink?[_targets.Length];
        var seen = new bool[_all.Length];
        Queue<(int Caller, ChainLink? By)> open = new([(first, null)]);
        seen[first] = true;
        while (open.TryDequeue(out var from))
        {
            Make(_calls[from.Caller], from.By);

            // What everyone may call is found at once.
            if (_everyone[from.Caller] is not Nobody and var everyone && !seen[everyone])
            {
                seen[everyone] = true;
                Make(_calls[everyone], from.By);
            }
        }

        return found;

        void Make(Call[] calls, ChainLink? by)
        {
            foreach (var call in calls)
            {
                if (found[call.Target] is not null || (isCertain && !call.IsCertain))
                {
                    continue;
                }

                var link = found[call.Target] = new(call.Cell, by);
                foreach (var next in _behind[call.Target])
                {
                    if (!seen[next])
                    {
                        seen[next] = true;
                        open.Enqueue((next, link));
                    }
                }
            }
        }
    }

    private ChainLink?[] Backward(int[] meant, Func<AccessCaller, bool>? passes, bool isCertain)
    {
        var found = new ChainLink?[_all.Length];
        var seen = new bool[_targets.Length];
        var clusters = new HashSet<string>(StringComparer.Ordinal);
        Queue<(int Target, ChainLink? Link)> open = new(meant.Select(target => (target, (ChainLink?)null)));
        foreach (var target in meant)
        {
            seen[target] = true;
        }

        while (open.TryDequeue(out var to))
        {
            foreach (var call in _callsTo[to.Target].Where(call => call.IsCertain || !isCertain))
            {
                var link = new ChainLink(call.Cell, to.Link);
                if (!call.Cell.Caller.IsEveryone)
                {
                    Come(call.Caller, link);
                }
                else if (clusters.Add(call.Cell.Caller.Cluster))
                {
                    foreach (var caller in _workloads[call.Cell.Caller.Cluster])
                    {
                        Come(caller, link);
                    }
                }
            }
        }

        return found;

        void Come(int caller, ChainLink link)
        {
            if (found[caller] is not null)
            {
                return;
            }

            found[caller] = link;
            if (passes?.Invoke(_all[caller]) == false)
            {
                return;
            }

            foreach (var before in _inFront[caller])
            {
                if (!seen[before])
                {
                    seen[before] = true;
                    open.Enqueue((before, link));
                }
            }
        }
    }

    // Chains that surely lead somewhere, and those that may where they are shorter or the only ones, the shortest first.
    private static IEnumerable<(int Number, ChainLink Link)> Shorter(ChainLink?[] certain, ChainLink?[] possible) =>
        Enumerable
            .Range(0, certain.Length)
            .SelectMany(
                IEnumerable<(int Number, ChainLink Link)> (i) =>
                    [
                        .. possible[i] is { } may && (certain[i] is not { } sure || may.Length < sure.Length)
                            ? [(i, may)]
                            : Array.Empty<(int, ChainLink)>(),
                        .. certain[i] is { } known ? [(i, known)] : Array.Empty<(int, ChainLink)>(),
                    ]
            )
            .OrderBy(one => one.Link.Length);

    private static IEnumerable<AccessCaller> InOrder(IEnumerable<AccessCaller> callers) =>
        callers.OrderBy(caller => caller.IsOutside ? 0 : 1).ThenBy(caller => caller);

    private static TValue[][] Grouped<T, TValue>(int count, IEnumerable<T> items, Func<T, int> numberOf, Func<T, TValue> valueOf)
    {
        var groups = items.ToLookup(numberOf, valueOf);
        return [.. Enumerable.Range(0, count).Select(number => groups[number].ToArray())];
    }

    private sealed record Call(AccessCell Cell, int Caller, int Target, bool IsCertain);
}
