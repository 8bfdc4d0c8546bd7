using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>Who could take the calls to a service: each object that somebody could write is tried out in each namespace.</summary>
public sealed class InterceptionProbe
{
    private static readonly string[] Kinds = ["VirtualService", "ServiceEntry"];

    private readonly SnapshotSources _sources;
    private readonly Snapshot _snapshot;
    private readonly AccessMatrix _matrix;

    private InterceptionProbe(SnapshotSources sources, Snapshot snapshot, AccessMatrix matrix) =>
        (_sources, _snapshot, _matrix) = (sources, snapshot, matrix);

    /// <summary>What could be done to calls that come to some services.</summary>
    /// <param name="sources">What the snapshot is made of.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="matrix">Its matrix.</param>
    /// <param name="isMeant">Whether a service is one of them.</param>
    public static IReadOnlyList<InterceptedCalls> Of(
        SnapshotSources sources,
        Snapshot snapshot,
        AccessMatrix matrix,
        Func<AccessTarget, bool> isMeant
    )
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(isMeant);
        return new InterceptionProbe(sources, snapshot, matrix).Of(isMeant);
    }

    /// <summary>What is done already to calls that come to some services, or did, by objects of others.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="matrix">Its matrix.</param>
    /// <param name="isMeant">Whether a service is one of them.</param>
    public static IReadOnlyList<TakenCalls> Standing(Snapshot snapshot, AccessMatrix matrix, Func<AccessTarget, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(isMeant);
        return StandingRoutes.Of(snapshot, matrix, isMeant);
    }

    private List<InterceptedCalls> Of(Func<AccessTarget, bool> isMeant)
    {
        var calls = (
            from cell in _matrix.Cells
            where isMeant(cell.Target) && !cell.IsAside
            from caller in Callers(cell.Caller)
            group (Caller: caller, Cell: cell) by (caller.Cluster, From: caller.Namespace, cell.Host, cell.HostPort) into same
            orderby same.Key.From is not null, same.Key.Cluster, same.Key.From, same.Key.Host, same.Key.HostPort
            select new ProbedCalls(
                _snapshot.ControlPlaneOf(same.Key.Cluster).Name,
                same.Key.Cluster,
                same.Key.From,
                [.. same.Select(one => one.Caller).Distinct()],
                same.Key.Host,
                same.Key.HostPort,
                same.First().Cell.Protocols[0],
                [.. same.Select(one => one.Cell.Target.Namespace).Distinct(StringComparer.Ordinal)]
            )
        ).ToArray();
        var tried = new TriedObjects(_sources, _snapshot, _matrix);
        var taken = Kinds.SelectMany(kind => tried.By(kind, calls).Select(one => (Kind: kind, one.Calls, one.Intercepted))).ToArray();
        var sidecars = new NarrowSidecars(_snapshot, _matrix);
        var closing = Closing(sidecars, [.. taken.Select(one => one.Calls).Distinct()]);
        var may = MayRoute.Of(_snapshot, calls, StandingRoutes.Of(_snapshot, _matrix, isMeant));
        return
        [
            .. taken.Select(one =>
                one.Intercepted with
                {
                    ClosedBy = closing.GetValueOrDefault((one.Kind, one.Calls)),
                    WhyNoSidecar = closing.ContainsKey((one.Kind, one.Calls)) ? null : sidecars.WhyNone(one.Calls),
                    Owners = may[one.Calls.Host].Owners,
                    Callers = may[one.Calls.Host].Callers,
                }
            ),
        ];
    }

    // Who may do the same as everyone is asked for one by one.
    private IEnumerable<AccessCaller> Callers(AccessCaller caller) =>
        caller.IsEveryone ? _matrix.Callers.Where(one => !one.IsOutside && one.Cluster == caller.Cluster) : [caller];

    // For each kind of object and calls, a Sidecar of the callers' namespace with which nobody else takes them.
    private Dictionary<(string Kind, ProbedCalls Calls), Manifest> Closing(NarrowSidecars sidecars, IReadOnlyList<ProbedCalls> taken)
    {
        var advised = sidecars.Of(taken);
        if (advised.Count == 0)
        {
            return [];
        }

        // A Sidecar is for the workloads of its own namespace alone, so all are tried out together.
        var closed = _sources with
        {
            Manifests = [.. _sources.Manifests, .. advised.Select(one => one.Sidecar)],
        };
        var snapshot = Snapshot.From(closed);
        var kept = new KeptCalls(_matrix, snapshot, advised);
        var kinds =
            from sidecar in advised
            where kept.By(sidecar)
            from calls in taken
            where calls.ControlPlane == sidecar.Sidecar.Cluster && calls.From == sidecar.Namespace
            select (Calls: calls, sidecar.Sidecar);
        var candidates = kinds.ToDictionary(one => one.Calls, one => one.Sidecar);
        var tried = new TriedObjects(closed, snapshot, _matrix);
        Dictionary<(string, ProbedCalls), Manifest> found = [];
        foreach (var kind in Kinds)
        {
            var still = tried.By(kind, candidates.Keys).Select(one => one.Calls).ToHashSet();
            foreach (var (calls, sidecar) in candidates.Where(one => !still.Contains(one.Key)))
            {
                found[(kind, calls)] = sidecar;
            }
        }

        return found;
    }
}
