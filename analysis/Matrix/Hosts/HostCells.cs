using System.Collections.Concurrent;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix.Callers;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>The cells of one cluster's callers, host by host.</summary>
internal sealed class HostCells(Snapshot snapshot, string cluster, TargetIndex targets, NamedIdentities named)
{
    private readonly ClusterCallers _callers = new(snapshot, cluster, named);
    private readonly Registry _registry = snapshot.Registry(snapshot.ControlPlaneOf(cluster).Name);
    private readonly DistinguishingNamespaces _distinguishing = new(
        snapshot.ControlPlaneOf(cluster),
        snapshot.Registry(snapshot.ControlPlaneOf(cluster).Name)
    );
    private readonly ConcurrentDictionary<(CallerClass Class, string Namespace), Client> _clients = new();

    private readonly List<AskedQuestion> _questions = [];
    private readonly List<(AccessTarget Target, IReadOnlyList<AccessCaller> Accounts)> _alsoBehind = [];

    /// <summary>The questions of known callers, once they are asked.</summary>
    public IEnumerable<AskedQuestion> Questions => _questions;

    /// <summary>Who is called at a target by ways that no cell is left of, as cells of other ways say as much.</summary>
    public IEnumerable<(AccessTarget Target, AccessCaller Account)> AlsoBehind =>
        _alsoBehind.SelectMany(one => one.Accounts.Select(account => (one.Target, account)));

    public IEnumerable<AccessCaller> Callers => _callers.All.Select(caller => caller.Caller);

    /// <summary>The callers that no workload is.</summary>
    public IEnumerable<AccessCaller> Unknown => _callers.Unknown.Select(caller => caller.Caller);

    public IReadOnlyList<AccessCell> Cells()
    {
        if (_callers.All.Count == 0)
        {
            return [];
        }

        List<AccessCell> cells = [.. HostPort.Of(_callers.ControlPlane, _registry).SelectMany(CellsOf)];

        // Other ways are said where they let more through than the service's own name.
        var known = new KnownAccess(cells, [.. Callers]);
        cells.AddRange(GatewayHosts.Of(snapshot, cluster).SelectMany(CellsOf).Where(IsNew));
        cells.AddRange(
            PodPorts
                .Of(snapshot, cluster)
                .Where(IsClosed)
                .Select(pod => new HostPort(PodAddresses.OfPod(pod.Workload), pod.Port) { IsOfPods = true, Unlike = pod.Unlike })
                .Distinct()
                .SelectMany(CellsOfPods)
                .Where(IsNew)
        );
        return cells;

        bool IsNew(AccessCell cell)
        {
            var isNew = !known.Covers(cell);
            if (!isNew)
            {
                _alsoBehind.Add((cell.Target, cell.Behind));
            }

            return isNew;
        }

        // Where all may call a target, a pod of that name is not asked for by itself, though it may be another one than answers there.
        bool IsClosed((Workload Workload, int Port, int? Unlike) pod)
        {
            var target = targets.Find(pod.Workload, pod.Port, "");
            var isOpen = known.IsOpen(target, cluster);
            if (isOpen)
            {
                _alsoBehind.Add((target, targets.AccountsAt(pod.Workload)));
            }

            return !isOpen;
        }
    }

    /// <summary>The cells of some names, of gateways' among them, whether or not others say as much.</summary>
    public IEnumerable<AccessCell> Cells(Func<HostPort, bool> isAsked) =>
        _callers.All.Count == 0
            ? []
            : HostPort.Of(_callers.ControlPlane, _registry).Concat(GatewayHosts.Of(snapshot, cluster)).Where(isAsked).SelectMany(CellsOf);

    // A port of which policies alone speak is told of where they open it otherwise than any other one.
    private IEnumerable<AccessCell> CellsOfPods(HostPort asked)
    {
        var cells = CellsOf(asked);
        if (asked.Unlike is not { } other || cells.Count == 0)
        {
            return cells;
        }

        var others = CellsOf(asked with { Port = other, Unlike = null });
        return cells.Where(cell =>
            !others.Exists(one =>
                (one.Caller == cell.Caller || one.Caller.IsEveryone)
                && cell.Requests.Possible.IsSubsetOf(one.Requests.Possible)
                && cell.Requests.Certain.IsSubsetOf(one.Requests.Certain)
            )
        );
    }

    /// <summary>Asks for a host that nothing of the cluster names.</summary>
    public void Ask(HostPort asked) => CellsOf(asked);

    private List<AccessCell> CellsOf(HostPort asked)
    {
        var scopes = ScopesOf(asked).Select(scope => (Scope: scope, Protocols: ProtocolsOf(asked, scope.Namespace))).ToArray();
        var cells = CellRows.Of(asked, [.. scopes.Select(one => Ask(asked, one.Scope, one.Protocols[0], isMain: true))], scopes.Length);
        foreach (var protocol in scopes.SelectMany(one => one.Protocols.Skip(1)).Distinct().Order().ToArray())
        {
            CallerGroup[] groups =
            [
                .. scopes
                    .Where(one => one.Protocols[0] != protocol && one.Protocols.Contains(protocol))
                    .Select(one => Ask(asked, one.Scope, protocol, isMain: false)),
            ];
            AnyProtocol.Add(cells, CellRows.Of(asked, groups, scopes.Length));
        }

        return cells;
    }

    private IEnumerable<CallerScope> ScopesOf(HostPort asked)
    {
        var distinguishing = _distinguishing.Of(asked.Host);
        if (asked.Gateway is { } gateway)
        {
            distinguishing = distinguishing
                .Union(_distinguishing.Of(gateway.Host), StringComparer.Ordinal)
                .ToHashSet(StringComparer.Ordinal);
        }

        foreach (var (one, namespaces) in _callers.Spaces)
        {
            var special =
                distinguishing.Count < namespaces.Count
                    ? distinguishing.Where(namespaces.Contains).ToArray()
                    : [.. namespaces.Where(distinguishing.Contains)];
            foreach (var ns in special)
            {
                yield return new(_callers, one, ns, distinguishing);
            }

            if (special.Length < namespaces.Count)
            {
                yield return new(_callers, one, SymbolicRequest.Anyone, distinguishing);
            }
        }
    }

    private IReadOnlyList<RequestProtocol> ProtocolsOf(HostPort asked, string ns) =>
        asked.Protocol is { } only ? [only]
        : asked.IsOfPods ? SymbolicQuestion.ProtocolsOf(null)
        : SymbolicQuestion.ProtocolsOf(
            (_registry.Find(asked.Host, ns).Service ?? _registry.Find(asked.Host, ns).Hidden)?.Port(asked.Port)?.Protocol
        );

    private CallerGroup Ask(HostPort asked, CallerScope scope, RequestProtocol protocol, bool isMain)
    {
        var client = _clients.GetOrAdd(
            (scope.Class, scope.Namespace),
            key => new(snapshot, key.Class.Representative(cluster, key.Namespace))
        );
        var trace = new CoverageTrace();
        var outcome = SymbolicQuestion.FromWorkload(client, asked, protocol, trace);
        if (scope.IsKnown)
        {
            // What other ways leave open says nothing of an object that the service's own name decides about.
            trace.IsUndecided &= isMain && asked is { Gateway: null, IsOfPods: false };
            _questions.Add(new(asked, protocol, trace, () => scope.Known, scope.Make));
        }

        return new(
            scope,
            protocol,
            TargetOutcome.Of(
                outcome,
                targets,
                asked.Host,
                () =>
                    asked.Gateway is { } gateway
                        ? [new(gateway.Cluster, gateway.Namespace, gateway.Name, asked.Port)]
                        : TargetIndex.Meant(_callers.ControlPlane, _registry, asked.Host, asked.Port, scope.Namespace)
            )
        );
    }
}
