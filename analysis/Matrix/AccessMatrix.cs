using MeshStack.Analysis.Concurrency;
using MeshStack.Analysis.Matrix.Callers;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Matrix;

/// <summary>Who may call what with which requests, for all callers and services of a snapshot.</summary>
public sealed class AccessMatrix
{
    private readonly Snapshot _snapshot;
    private readonly NamedIdentities _named;
    private readonly TargetIndex _targets;
    private readonly Lazy<RuleCoverage> _coverage;
    private readonly Lazy<ILookup<AccessTarget, AccessCaller>> _behind;

    private AccessMatrix(Snapshot snapshot, NamedIdentities named, Func<HostPort, bool>? isAsked)
    {
        (_snapshot, _named, _targets) = (snapshot, named, new(snapshot));
        List<AskedQuestion> fromOutside = [];
        HostCells[] clusters = [.. snapshot.ClusterNames.Select(cluster => new HostCells(snapshot, cluster, _targets, named))];

        // Clusters ask for themselves, and the cells are sorted at the end, so it does not matter which core asks.
        AccessCell[] cells =
        [
            .. Cores
                .Each(clusters, snapshot.Size, cluster => (isAsked is null ? cluster.Cells() : cluster.Cells(isAsked)).ToArray())
                .SelectMany(cluster => cluster)
                .Concat(
                    isAsked is null
                        ? snapshot.ClusterNames.SelectMany(cluster => OutsideCells.Of(snapshot, cluster, _targets, fromOutside))
                        : []
                )
                .By(cell => cell.Target)
                .ThenBy(cell => cell.Caller)
                .ThenBy(cell => cell.Host, StringComparer.Ordinal)
                .ThenBy(cell => cell.HostPort),
        ];
        var outside = snapshot
            .ClusterNames.Where(cluster => OutsideCells.Has(snapshot.Cluster(cluster)) || snapshot.Hiding(cluster) is not null)
            .Select(cluster => new AccessCaller(cluster, null, null, IsOutside: true));
        Cells = [.. cells.Where(cell => !cell.IsImplied)];
        Unnamed = [.. cells.Where(cell => cell.Caller.Identity is not null)];
        Unknown = [.. clusters.SelectMany(cluster => cluster.Unknown)];
        Callers = [.. clusters.SelectMany(cluster => cluster.Callers), .. outside];
        Targets =
        [
            .. snapshot.ClusterNames.SelectMany(cluster => TargetIndex.Of(snapshot.Cluster(cluster))).Distinct().By(target => target),
        ];
        Questions = [.. clusters.SelectMany(cluster => cluster.Questions), .. fromOutside];
        _behind = new(() =>
            cells
                .SelectMany(cell => cell.Behind.Select(account => (cell.Target, Account: account)))
                .Concat(clusters.SelectMany(cluster => cluster.AlsoBehind))
                .Distinct()
                .ToLookup(one => one.Target, one => one.Account)
        );
        _coverage = new(() => new([.. Questions.Select(question => (question.Trace, question.IsMade))]));
    }

    /// <summary>The cells in which something is possibly allowed, by target, caller and host.</summary>
    public IReadOnlyList<AccessCell> Cells { get; }

    /// <summary>The cells of callers with identities that no workload of their cluster has, those that other cells imply among
    /// them.</summary>
    internal IReadOnlyList<AccessCell> Unnamed { get; }

    /// <summary>As whom the workloads call at which requests to a target arrive, by whichever way.</summary>
    internal ILookup<AccessTarget, AccessCaller> Behind => _behind.Value;

    /// <summary>Those callers, whether or not they may call anything.</summary>
    internal IReadOnlyList<AccessCaller> Unknown { get; }

    /// <summary>The callers of the snapshot, whether or not they may call anything.</summary>
    public IReadOnlyList<AccessCaller> Callers { get; }

    /// <summary>The ports of the snapshot's services that have workloads behind them, whether or not anyone may call them.</summary>
    public IReadOnlyList<AccessTarget> Targets { get; }

    /// <summary>Those of them that nobody gets anything to, for certain.</summary>
    internal IEnumerable<AccessTarget> Closed
    {
        get
        {
            var open = Cells.Select(cell => cell.Target).ToHashSet();
            return Targets.Where(target => !open.Contains(target));
        }
    }

    /// <summary>What was asked for known callers, with what proxies do with the requests.</summary>
    internal IReadOnlyList<AskedQuestion> Questions { get; }

    /// <summary>The port under the name that was asked for, where that is one of its own.</summary>
    internal AccessTarget TargetOf(Workload workload, int port, string host) => _targets.Find(workload, port, host);

    /// <summary>True where the Service of a name has a workload's pods behind it.</summary>
    internal bool IsBehind(Workload workload, string host) => _targets.IsBehind(workload, host);

    /// <summary>What the requests of known callers come by.</summary>
    internal RuleCoverage Coverage => _coverage.Value;

    /// <summary>The matrix of a snapshot.</summary>
    public static AccessMatrix From(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new(snapshot, new(snapshot, [], areShared: false), null);
    }

    /// <summary>The matrix of the calls of a snapshot's workloads to some names alone.</summary>
    internal static AccessMatrix OfNames(Snapshot snapshot, Func<HostPort, bool> isAsked) =>
        new(snapshot, new(snapshot, [], areShared: false), isAsked);

    /// <summary>The matrix of a snapshot, in which certain identities are asked for besides its workloads.</summary>
    internal static AccessMatrix From(Snapshot snapshot, NamedIdentities named) => new(snapshot, named, null);

    /// <summary>The matrix of the same snapshot in which whoever asked in another one and is no workload asks as well.</summary>
    internal AccessMatrix AskedAlsoBy(AccessMatrix other) =>
        other.Unknown.Except(Unknown).Select(caller => NamedIdentity.From(caller.Identity!)).OfType<NamedIdentity>().ToArray()
            is { Length: > 0 } others
            ? new(_snapshot, _named.And(others), null)
            : this;

    /// <summary>What becomes of calls to names that nothing of the snapshot speaks of.</summary>
    internal IReadOnlyList<AskedQuestion> AskAlso(IReadOnlyCollection<CallName> names)
    {
        List<AskedQuestion> questions = [];
        foreach (
            var of in names.GroupBy(name => (name.Cluster, name.IsOutside)).Where(of => Callers.Any(one => one.Cluster == of.Key.Cluster))
        )
        {
            if (of.Key.IsOutside)
            {
                questions.AddRange(of.Select(name => OutsideCells.Ask(_snapshot, name)));
                continue;
            }

            HostCells cells = new(_snapshot, of.Key.Cluster, _targets, _named);
            foreach (var (host, port) in of.Select(name => (name.Host, name.Port)).Distinct())
            {
                cells.Ask(new(host, port));
            }

            questions.AddRange(cells.Questions);
        }

        return questions;
    }
}
