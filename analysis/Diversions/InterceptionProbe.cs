using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>Who could take the calls to a service: each object that somebody could write is tried out in each namespace.</summary>
/// <remarks>Namespaces that nothing tells apart are alike, and one of them is tried out for all: a name takes as many snapshots as there
/// are kinds of objects and of namespaces.</remarks>
public sealed class InterceptionProbe
{
    private static readonly string[] Kinds = ["VirtualService", "ServiceEntry"];

    private readonly SnapshotSources _sources;
    private readonly Snapshot _snapshot;
    private readonly AccessMatrix _matrix;
    private readonly FreeNames _free;

    private InterceptionProbe(SnapshotSources sources, Snapshot snapshot, AccessMatrix matrix) =>
        (_sources, _snapshot, _matrix, _free) = (sources, snapshot, matrix, FreeNames.From(sources, matrix));

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
        var taken = Kinds
            .SelectMany(kind => Tried(kind, calls, _sources, _snapshot).Select(one => (Kind: kind, one.Calls, one.Intercepted)))
            .ToArray();
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

    // Every object is tried out for all callers at once, and its snapshot is let go of before the next one.
    private IEnumerable<(ProbedCalls Calls, InterceptedCalls Intercepted)> Tried(
        string kind,
        IReadOnlyList<ProbedCalls> calls,
        SnapshotSources sources,
        Snapshot snapshot
    )
    {
        Dictionary<(ProbedCalls Calls, string Namespace), Certainty> outcomes = [];
        var plans = calls.Select(one => (Calls: one, Alike: AlikeNamespaces.Of(snapshot, _matrix, one, _free.Namespace))).ToArray();
        foreach (
            var same in plans.GroupBy(plan => (plan.Calls.ControlPlane, plan.Calls.Host, plan.Calls.Port, plan.Calls.Protocol)).ToArray()
        )
        {
            var plane = snapshot.Cluster(same.Key.ControlPlane);
            string[] clients = [.. NamespacesOf(plane.Name)];
            string[] gateways = [.. GatewaysOf(plane.Name)];
            foreach (
                var tries in same.SelectMany(plan => plan.Alike.Tried.Select(ns => (plan.Calls, Namespace: ns)))
                    .GroupBy(one => one.Namespace, one => one.Calls, StringComparer.Ordinal)
            )
            {
                foreach (var hosts in ProbedHosts.Of(kind, plane, same.Key.Host, tries.Key))
                {
                    var left = tries.Where(one => !outcomes.TryGetValue((one, tries.Key), out var known) || !known.IsYes).ToArray();
                    if (left.Length == 0)
                    {
                        break;
                    }

                    var probe = ProbeObjects.Of(kind, left[0], hosts, tries.Key, _free.Name, gateways, clients);
                    var tried = Snapshot.From(sources with { Manifests = [.. sources.Manifests, probe] });
                    var counts = tried.Cluster(plane.Name).Objects.Of(kind, tries.Key).Any(one => one.Name == _free.Name);
                    foreach (var one in left)
                    {
                        var taken = counts ? IsTaken(tried, one) : Certainty.Unknown($"the {kind} is refused");
                        outcomes[(one, tries.Key)] = taken.IsNo ? outcomes.GetValueOrDefault((one, tries.Key), taken) : taken;
                    }
                }
            }
        }

        foreach (var (one, alike) in plans)
        {
            var (taken, later) = (
                alike.Known.Where(other => !outcomes[(one, other.TriedAs)].IsNo).ToArray(),
                outcomes[(one, _free.Namespace)]
            );
            if (taken.Length > 0 || !later.IsNo)
            {
                yield return (
                    one,
                    new(
                        one.Cluster,
                        one.From,
                        one.Host,
                        one.Port,
                        kind,
                        [.. taken.Select(other => other.Namespace)],
                        !later.IsNo,
                        !later.IsYes && taken.All(other => !outcomes[(one, other.TriedAs)].IsYes)
                    )
                );
            }
        }
    }

    private IEnumerable<string> GatewaysOf(string controlPlane) =>
        _snapshot.Cluster(controlPlane).Gateways.Select(gateway => gateway.Name).Distinct(StringComparer.Ordinal);

    // What is exported to a namespace by name comes before what is exported to all.
    private IEnumerable<string> NamespacesOf(string controlPlane) =>
        _snapshot
            .ClusterNames.Where(cluster => _snapshot.ControlPlaneOf(cluster).Name == controlPlane)
            .SelectMany(cluster => _snapshot.Cluster(cluster).Workloads.Select(workload => workload.Namespace))
            .Concat(_matrix.Cells.Select(cell => cell.Caller.Namespace).OfType<string>())
            .Where(FreeNames.IsLegal)
            .Append(_free.Client)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private Certainty IsTaken(Snapshot tried, ProbedCalls calls)
    {
        var taken = Certainty.No;
        foreach (var caller in calls.Callers.SelectMany(KindsOf))
        {
            var verdict = AccessEvaluator.Evaluate(
                tried,
                caller,
                new Request
                {
                    Host = calls.Host,
                    Port = calls.Port,
                    Protocol = calls.Protocol,
                }
            );
            // Where it is not known what the caller's proxy sees, it may see the object.
            if (verdict is Verdict.Undecided { Step: AccessStep.Visibility } hidden)
            {
                taken = Certainty.Unknown(hidden.Reason);
                continue;
            }

            if (verdict.Because.Concat(verdict.Trace.SelectMany(step => step.Because)).All(cause => cause.Name != _free.Name))
            {
                continue;
            }

            if (verdict is not Verdict.Undecided undecided)
            {
                return Certainty.Yes;
            }

            taken = Certainty.Unknown(undecided.Reason);
        }

        return taken;
    }

    // Workloads of one account may be told apart by their labels, and some may have no sidecar.
    private IEnumerable<Caller> KindsOf(AccessCaller caller)
    {
        if (caller.IsOutside)
        {
            return [new Caller.Outside(caller.Cluster)];
        }

        var asks = new Caller.InMesh(
            caller.Cluster,
            FreeNames.IsLegal(caller.Namespace!) ? caller.Namespace! : _free.Client,
            caller.ServiceAccount!
        );
        IReadOnlyDictionary<string, string>[] labels =
        [
            .. CallingWorkloads
                .Of(_snapshot, asks)
                .Workloads.Select(workload => workload.Labels)
                .DistinctBy(one => string.Join('\n', one.Select(label => $"{label.Key}={label.Value}").Order(StringComparer.Ordinal))),
        ];
        return labels.Length < 2 ? [asks] : labels.Select(one => asks with { Labels = one });
    }

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
        Dictionary<(string, ProbedCalls), Manifest> found = [];
        foreach (var kind in Kinds)
        {
            var still = Tried(kind, [.. candidates.Keys], closed, snapshot).Select(one => one.Calls).ToHashSet();
            foreach (var (calls, sidecar) in candidates.Where(one => !still.Contains(one.Key)))
            {
                found[(kind, calls)] = sidecar;
            }
        }

        return found;
    }
}
