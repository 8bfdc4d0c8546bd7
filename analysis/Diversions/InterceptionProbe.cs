using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>Who could take the calls to a service: each object that somebody could write is tried out in each namespace.</summary>
/// <remarks>Namespaces that no Sidecar, Gateway or exportTo speaks of are alike, and one of them is tried out for all.</remarks>
public sealed class InterceptionProbe
{
    // A name that no namespace can have stands for those that are made tomorrow.
    private const string Tomorrow = "*tomorrow";

    private static readonly string[] Kinds = ["VirtualService", "ServiceEntry"];

    private readonly SnapshotSources _sources;
    private readonly Snapshot _snapshot;
    private readonly AccessMatrix _matrix;

    // One for all callers of a name.
    private readonly Dictionary<
        (SnapshotSources Sources, string Kind, string Namespace, string Host, int Port, string Cluster),
        Snapshot
    > _tried = [];

    private readonly Dictionary<(string Cluster, string Namespace), bool> _keeps = [];

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

    private List<InterceptedCalls> Of(Func<AccessTarget, bool> isMeant)
    {
        var calls = (
            from cell in _matrix.Cells
            where isMeant(cell.Target) && !cell.IsAside
            from caller in Callers(cell.Caller)
            group (Caller: caller, Cell: cell) by (caller.Cluster, From: caller.Namespace, cell.Host, cell.HostPort) into same
            orderby same.Key.From is not null, same.Key.Cluster, same.Key.From, same.Key.Host, same.Key.HostPort
            select new Calls(
                same.First().Caller,
                same.Key.Host,
                same.Key.HostPort,
                same.First().Cell.Protocols[0],
                [.. same.Select(one => one.Cell.Target.Namespace).Distinct(StringComparer.Ordinal)]
            )
        ).ToArray();
        List<InterceptedCalls> found = [];
        foreach (var kind in Kinds)
        {
            foreach (var one in calls)
            {
                if (Tried(one, kind, _sources) is { } intercepted)
                {
                    found.Add(intercepted with { ClosedBy = Closing(one, kind) });
                }
            }
        }

        return found;
    }

    // Who may do the same as everyone is asked for by namespace.
    private IEnumerable<AccessCaller> Callers(AccessCaller caller) =>
        caller.IsEveryone
            ? _matrix.Callers.Where(one => !one.IsOutside && one.Cluster == caller.Cluster).DistinctBy(one => one.Namespace)
            : [caller];

    private InterceptedCalls? Tried(Calls calls, string kind, SnapshotSources sources)
    {
        var controlPlane = _snapshot.ControlPlaneOf(calls.Caller.Cluster);
        var spokenOf = SpokenOf(controlPlane);
        var all = controlPlane.Namespaces.Keys.Concat(_matrix.Callers.Where(one => !one.IsOutside).Select(one => one.Namespace!));
        string[] others =
        [
            .. all.Concat(spokenOf)
                .Distinct(StringComparer.Ordinal)
                .Where(ns => ns != calls.Caller.Namespace && !calls.Owners.Contains(ns) && ns != controlPlane.Mesh.RootNamespace)
                .Order(StringComparer.Ordinal),
        ];

        // Those that nothing speaks of fare like the first of them.
        var plain = others.Where(ns => !spokenOf.Contains(ns)).ToArray();
        var (asPlain, asTomorrow) = (
            plain.Length == 0 ? Certainty.No : IsTaken(calls, kind, plain[0], sources),
            IsTaken(calls, kind, Tomorrow, sources)
        );
        var outcomes = others
            .Select(ns => (Namespace: ns, Taken: plain.Contains(ns) ? asPlain : IsTaken(calls, kind, ns, sources)))
            .ToArray();
        var taken = outcomes.Where(one => !one.Taken.IsNo).ToArray();
        return taken.Length == 0 && asTomorrow.IsNo
            ? null
            : new(
                calls.Caller.Cluster,
                calls.Caller.Namespace,
                calls.Host,
                calls.Port,
                kind,
                [.. taken.Select(one => one.Namespace)],
                !asTomorrow.IsNo,
                taken.Select(one => one.Taken).Append(asTomorrow).Where(one => !one.IsNo).All(one => !one.IsYes)
            );
    }

    private static HashSet<string> SpokenOf(ClusterSnapshot controlPlane) =>
        controlPlane
            .Objects.Of("Sidecar")
            .SelectMany(sidecar => sidecar.Spec["egress"].Items.SelectMany(listener => listener["hosts"].Texts()))
            .Concat(
                controlPlane
                    .Objects.Of("Gateway")
                    .SelectMany(gateway => gateway.Spec["servers"].Items.SelectMany(server => server["hosts"].Texts()))
            )
            .Select(host => host.Split('/'))
            .Where(parts => parts.Length == 2 && parts[0] is not ("." or "*" or "~" or ""))
            .Select(parts => parts[0])
            .ToHashSet(StringComparer.Ordinal);

    private Certainty IsTaken(Calls calls, string kind, string ns, SnapshotSources sources)
    {
        var controlPlane = _snapshot.ControlPlaneOf(calls.Caller.Cluster);
        var gateways = controlPlane.Gateways.Select(gateway => gateway.Name).Distinct(StringComparer.Ordinal);
        var key = (sources, kind, ns, calls.Host, calls.Port, controlPlane.Name);
        if (!_tried.TryGetValue(key, out var snapshot))
        {
            var probe =
                kind == "VirtualService"
                    ? ProbeObjects.VirtualService(controlPlane.Name, ns, calls.Host, calls.Port, gateways)
                    : ProbeObjects.ServiceEntry(controlPlane.Name, ns, calls.Host, calls.Port, ProtocolOf(calls.Protocol));
            _tried[key] = snapshot = Snapshot.From(sources with { Manifests = [.. sources.Manifests, probe] });
        }

        var verdict = AccessEvaluator.Evaluate(
            snapshot,
            calls.Caller is { IsOutside: true }
                ? new Caller.Outside(calls.Caller.Cluster)
                : new Caller.InMesh(calls.Caller.Cluster, calls.Caller.Namespace!, calls.Caller.ServiceAccount!),
            new Request
            {
                Host = calls.Host,
                Port = calls.Port,
                Protocol = calls.Protocol,
            }
        );
        var isInPlay = verdict.Because.Concat(verdict.Trace.SelectMany(step => step.Because)).Any(cause => cause.Name == ProbeObjects.Name);
        return !isInPlay ? Certainty.No
            : verdict is Verdict.Undecided ? Certainty.Unknown(verdict.Reason)
            : Certainty.Yes;
    }

    private static string ProtocolOf(RequestProtocol protocol) =>
        protocol switch
        {
            RequestProtocol.Tcp => "TCP",
            RequestProtocol.Https => "TLS",
            _ => "HTTP",
        };

    // A Sidecar that imports what the namespace calls, and is tried out like everything else.
    private Manifest? Closing(Calls calls, string kind)
    {
        if (calls.Caller.IsOutside)
        {
            return null;
        }

        var (controlPlane, ns) = (_snapshot.ControlPlaneOf(calls.Caller.Cluster), calls.Caller.Namespace!);
        if (controlPlane.Objects.Of("Sidecar", ns).Any(sidecar => !sidecar.Spec["workloadSelector"].Exists))
        {
            return null;
        }

        var called = _matrix
            .Cells.Where(cell => cell.Caller.Cluster == calls.Caller.Cluster && (cell.Caller.IsEveryone || cell.Caller.Namespace == ns))
            .Where(cell => !cell.Caller.IsEveryone || calls.Owners.Contains(cell.Target.Namespace))
            .Select(cell => cell.Target.Namespace)
            .Append(controlPlane.Mesh.RootNamespace)
            .Where(one => one != ns && one.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var sidecar = ProbeObjects.Sidecar(controlPlane.Name, ns, called.Prepend("."));
        var closed = _sources with { Manifests = [.. _sources.Manifests, sidecar] };
        return Tried(calls, kind, closed) is null && KeepsCalls(calls.Caller.Cluster, ns, closed) ? sidecar : null;
    }

    // What closes something else as well is no advice.
    private bool KeepsCalls(string cluster, string ns, SnapshotSources closed)
    {
        if (!_keeps.TryGetValue((cluster, ns), out var keeps))
        {
            var left = AccessMatrix.From(Snapshot.From(closed)).Cells.ToLookup(KeyOf);
            _keeps[(cluster, ns)] = keeps = _matrix
                .Cells.Where(cell => cell.Caller.Cluster == cluster && cell.Caller.Namespace == ns)
                .All(cell => left[KeyOf(cell)].Any(other => other.Requests.Same(cell.Requests)));
        }

        return keeps;

        static (AccessCaller, AccessTarget, string, int) KeyOf(AccessCell cell) => (cell.Caller, cell.Target, cell.Host, cell.HostPort);
    }

    private sealed record Calls(AccessCaller Caller, string Host, int Port, RequestProtocol Protocol, IReadOnlyList<string> Owners);
}
