using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Evaluation.Gateways;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>The cells of clients outside of the mesh, at a cluster's gateways and at the Services that are open without one.</summary>
internal static class OutsideCells
{
    /// <summary>True where something of a cluster is open to the outside.</summary>
    public static bool Has(ClusterSnapshot cluster) =>
        cluster.Workloads.Any(workload => workload.IsGateway || workload.MayBeGateway)
        || cluster.EntryPoints.Unreadable is not null
        || cluster.EntryPoints.All.Count > 0
        || cluster.Exposed.All.Count > 0
        || cluster.OnNodes.Count > 0
        || cluster.HiddenNodePorts is not null;

    public static IEnumerable<AccessCell> Of(Snapshot snapshot, string cluster, TargetIndex targets, List<AskedQuestion> questions)
    {
        var controlPlane = snapshot.ControlPlaneOf(cluster);
        var gateways = snapshot.Cluster(cluster).Workloads.Where(workload => workload.IsGateway || workload.MayBeGateway).ToArray();
        var names = new GatewayNames(snapshot, controlPlane);
        var asked = (
            from port in ServersByPort(snapshot, controlPlane, gateways)
            from host in names.Of([.. port])
            from protocol in port.SelectMany(ProtocolsOf).Distinct()
            select (Host: new HostPort(host, port.Key), Protocol: protocol)
        )
            .OrderBy(one => one.Host.Host, StringComparer.Ordinal)
            .ThenBy(one => one.Host.Port)
            .ThenBy(one => one.Protocol)
            .ToArray();
        var outside = new AccessCaller(cluster, null, null, IsOutside: true);
        IEnumerable<AccessTarget> Itself(int port) =>
            gateways
                .Where(gateway => controlPlane.Gateways.Any(one => gateway.IsSelectedBy(one.Selector)))
                .Take(1)
                .Select(gateway => new AccessTarget(cluster, gateway.Namespace, gateway.Name, port));
        foreach (var same in asked.GroupBy(one => one.Host, one => one.Protocol))
        {
            foreach (var cell in Ask(snapshot, outside, same.Key, [.. same], targets, questions, () => Itself(same.Key.Port)))
            {
                yield return cell;
            }
        }

        var opened = asked.Select(one => one.Host).ToHashSet();
        foreach (
            var cell in OfServices(snapshot, outside, targets, questions, opened)
                .Concat(OfNodes(snapshot, outside, targets, questions))
                .Concat(OfEntryPorts(snapshot, outside, targets))
        )
        {
            yield return cell;
        }

        // What is open under a name that nobody can see may be anything.
        if (
            (snapshot.Hiding(cluster) ?? snapshot.Cluster(cluster).EntryPoints.Unreadable ?? snapshot.Cluster(cluster).HiddenNodePorts) is
            { } hidden
        )
        {
            AccessTarget target = new(cluster, hidden.Because.Namespace ?? "", hidden.Because.Name, HostPort.HiddenPort);
            var requests = RequestBounds.Unknown(RequestSet.Everything, hidden.Reason);
            yield return new(outside, target, MaskedText.Secret, HostPort.HiddenPort, requests, [hidden.Because], null)
            {
                IsTargetUndecided = true,
                Protocols = Enum.GetValues<RequestProtocol>(),
            };
        }
    }

    // Every port that leads to a server: its own number, and those of Services and nodes in front of its port.
    private static ILookup<int, GatewayServer> ServersByPort(Snapshot snapshot, ClusterSnapshot controlPlane, Workload[] gateways) =>
        gateways
            .SelectMany(gateway =>
                GatewayEntryPorts
                    .Known(snapshot, gateway)
                    .SelectMany(port =>
                        GatewayEntryPorts
                            .Behind(snapshot, gateway, port)
                            .SelectMany(pod => GatewayServers.Opened(snapshot, controlPlane, gateway, pod))
                            .Select(server => (Port: port, Server: server))
                    )
                    .Concat(
                        controlPlane
                            .Gateways.Where(config => gateway.IsSelectedBy(config.Selector))
                            .SelectMany(config => config.Servers)
                            .Where(server => !server.HidesPort || !GatewayEntryPorts.Known(snapshot, gateway).Any())
                            .Select(server => (Port: server.HidesPort ? HostPort.HiddenPort : server.Port, Server: server))
                    )
            )
            .Where(one => one.Server.TlsMode != "AUTO_PASSTHROUGH")
            .Distinct()
            .ToLookup(one => one.Port, one => one.Server);

    // A Service that is open itself is asked for by its own name.
    private static IEnumerable<AccessCell> OfServices(
        Snapshot snapshot,
        AccessCaller outside,
        TargetIndex targets,
        List<AskedQuestion> questions,
        HashSet<HostPort> opened
    ) =>
        from service in snapshot.Cluster(outside.Cluster).Exposed.All
        from port in service
            .Ports.Where(port => port.Protocol != ServiceProtocol.Kind.Udp)
            .Select(port => (port.Number, Protocols: SymbolicQuestion.ProtocolsOf(port.Protocol)))
            .Concat(service.HidesPorts ? [(HostPort.HiddenPort, [RequestProtocol.Http])] : [])
        where !opened.Contains(new(service.Host, port.Number))
        let target = new AccessTarget(service.Cluster, service.Namespace, service.Name, port.Number)
        from cell in Ask(snapshot, outside, new(service.Host, port.Number), port.Protocols, targets, questions, () => [target])
        select cell;

    // A port of a node that leads to a pod is asked for at the node.
    private static IEnumerable<AccessCell> OfNodes(
        Snapshot snapshot,
        AccessCaller outside,
        TargetIndex targets,
        List<AskedQuestion> questions
    ) =>
        from workload in snapshot.Cluster(outside.Cluster).OnNodes
        from port in workload.HostPorts
        group port by new HostPort(PodAddresses.OfNode(workload), port.Node) into same
        let protocols = SymbolicQuestion.ProtocolsOf(null)
        from cell in Ask(snapshot, outside, same.Key, protocols, targets, questions, () => [])
        select cell;

    private static IEnumerable<AccessCell> OfEntryPorts(Snapshot snapshot, AccessCaller outside, TargetIndex targets) =>
        from entryPoint in snapshot.Cluster(outside.Cluster).EntryPoints.All
        from target in entryPoint.Backends
        group entryPoint by (target, entryPoint.Asked, entryPoint.Port) into ways
        let first = ways.First()
        select new AccessCell(
            outside,
            ways.Key.target,
            ways.Key.Asked,
            ways.Key.Port,
            RequestBounds.Unknown(RequestSet.Everything, first.Reason),
            [.. ways.SelectMany(entryPoint => entryPoint.Because).Distinct()],
            first.Gateway
        )
        {
            IsHttp = first.Protocol != RequestProtocol.Tcp,
            Protocols = Enum.GetValues<RequestProtocol>(),
            Behind = TargetIndex.Accounts(targets.Named(ways.Key.target)),
        };

    /// <summary>Asks for a name at a cluster's gateways, whether or not anything there speaks of it.</summary>
    public static AskedQuestion Ask(Snapshot snapshot, CallName name)
    {
        var (trace, host) = (new CoverageTrace(), new HostPort(name.Host, name.Port));
        _ = SymbolicQuestion.FromOutside(snapshot, name.Cluster, host, name.Protocol, trace);
        var outside = new AccessCaller(name.Cluster, null, null, IsOutside: true);
        return new(host, name.Protocol, trace, () => [outside], requests => !requests.IsEmpty);
    }

    private static List<AccessCell> Ask(
        Snapshot snapshot,
        AccessCaller outside,
        HostPort host,
        IReadOnlyList<RequestProtocol> protocols,
        TargetIndex targets,
        List<AskedQuestion> questions,
        Func<IEnumerable<AccessTarget>> itself
    )
    {
        List<AccessCell> cells = [];
        foreach (var protocol in protocols)
        {
            var trace = new CoverageTrace();
            var outcome = SymbolicQuestion.FromOutside(snapshot, outside.Cluster, host, protocol, trace);
            questions.Add(new(host, protocol, trace, () => [outside], requests => !requests.IsEmpty));
            var found = TargetOutcome
                .Of(outcome, targets, host.Host, itself)
                .Select(target => new AccessCell(
                    outside,
                    target.Target,
                    host.Host,
                    host.Port,
                    target.Requests,
                    target.Because,
                    target.Through
                )
                {
                    IsHttp = protocol != RequestProtocol.Tcp,
                    Protocols = [protocol],
                    IsTargetUndecided = target.IsOpen,
                    IsMirrored = target.IsMirrored,
                    IsAside = target.IsMirrored,
                    Behind = target.Behind,
                })
                .ToArray();
            if (protocol == protocols[0])
            {
                cells.AddRange(found);
            }
            else
            {
                AnyProtocol.Add(cells, found);
            }
        }

        return cells;
    }

    // Through a server that reads no HTTP a client may send it all the same, to whoever reads it behind.
    private static RequestProtocol[] ProtocolsOf(GatewayServer server) =>
        server.Unreadable is not null ? Enum.GetValues<RequestProtocol>()
        : server.TlsMode is not null ? [RequestProtocol.Https]
        : server.IsHttp ? [RequestProtocol.Http]
        : [RequestProtocol.Tcp, RequestProtocol.Http, RequestProtocol.Https];
}
