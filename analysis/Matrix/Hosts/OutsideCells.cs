using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Gateways;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;
using MeshStack.Manifests;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>The cells of clients outside of the mesh, at a cluster's gateways and at the Services that are open without one.</summary>
internal static class OutsideCells
{
    /// <summary>True where something of a cluster is open to the outside.</summary>
    public static bool Has(ClusterSnapshot cluster) =>
        cluster.Workloads.Any(workload => workload.IsGateway || workload.MayBeGateway)
        || cluster.EntryPoints.Unreadable is not null
        || cluster.EntryPoints.All.Count > 0
        || cluster.Exposed.All.Count > 0;

    public static IEnumerable<AccessCell> Of(
        Snapshot snapshot,
        string cluster,
        TargetIndex targets,
        List<(CoverageTrace Trace, Func<RequestSet, bool> IsMade)> traces
    )
    {
        var controlPlane = snapshot.ControlPlaneOf(cluster);
        var gateways = snapshot.Cluster(cluster).Workloads.Where(workload => workload.IsGateway || workload.MayBeGateway).ToArray();
        var servers = controlPlane
            .Gateways.Where(gateway => gateways.Any(workload => workload.IsSelectedBy(gateway.Selector)))
            .SelectMany(gateway => gateway.Servers)
            .Where(server => server.TlsMode != "AUTO_PASSTHROUGH");
        var names = new GatewayNames(snapshot, controlPlane);
        var asked = (
            from port in OnPorts(snapshot, gateways, servers)
            from host in names.Of([.. port])
            from protocol in port.Select(ProtocolOf).Distinct()
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
        foreach (var (host, protocol) in asked)
        {
            foreach (var cell in Ask(snapshot, outside, host, protocol, targets, traces, () => Itself(host.Port)))
            {
                yield return cell;
            }
        }

        var opened = asked.Select(one => one.Host).ToHashSet();
        foreach (var cell in OfServices(snapshot, outside, targets, traces, opened).Concat(OfDoors(snapshot, outside)))
        {
            yield return cell;
        }

        // What is open under a name that nobody can see may be anything.
        if ((snapshot.Hiding(cluster) ?? snapshot.Cluster(cluster).EntryPoints.Unreadable) is { } hidden)
        {
            AccessTarget target = new(cluster, hidden.Because.Namespace ?? "", hidden.Because.Name, HostPort.HiddenPort);
            var requests = RequestBounds.Unknown(RequestSet.Everything, hidden.Reason);
            yield return new(outside, target, MaskedText.Secret, HostPort.HiddenPort, requests, [hidden.Because], null)
            {
                IsTargetUndecided = true,
            };
        }
    }

    // A server whose port is hidden may be on any that clients come to.
    private static ILookup<int, GatewayServer> OnPorts(Snapshot snapshot, Workload[] gateways, IEnumerable<GatewayServer> servers)
    {
        int[] any =
        [
            .. gateways
                .SelectMany(gateway => snapshot.Cluster(gateway.Cluster).ServicesOf(gateway))
                .SelectMany(service => service.Ports)
                .Select(port => port.Number)
                .Distinct()
                .DefaultIfEmpty(HostPort.HiddenPort),
        ];
        return servers
            .SelectMany(server => (server.HidesPort ? any : [server.Port]).Select(port => (Port: port, Server: server)))
            .ToLookup(one => one.Port, one => one.Server);
    }

    // A Service that is open itself is asked for by its own name.
    private static IEnumerable<AccessCell> OfServices(
        Snapshot snapshot,
        AccessCaller outside,
        TargetIndex targets,
        List<(CoverageTrace Trace, Func<RequestSet, bool> IsMade)> traces,
        HashSet<HostPort> opened
    ) =>
        from service in snapshot.Cluster(outside.Cluster).Exposed.All
        from port in service
            .Ports.Where(port => port.Protocol != ServiceProtocol.Kind.Udp)
            .Select(port => (port.Number, Protocol: SymbolicQuestion.ProtocolOf(port.Protocol)))
            .Concat(service.HidesPorts ? [(HostPort.HiddenPort, RequestProtocol.Http)] : [])
        where !opened.Contains(new(service.Host, port.Number))
        let target = new AccessTarget(service.Cluster, service.Namespace, service.Name, port.Number)
        from cell in Ask(snapshot, outside, new(service.Host, port.Number), port.Protocol, targets, traces, () => [target])
        select cell;

    private static IEnumerable<AccessCell> OfDoors(Snapshot snapshot, AccessCaller outside) =>
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
        };

    private static IEnumerable<AccessCell> Ask(
        Snapshot snapshot,
        AccessCaller outside,
        HostPort host,
        RequestProtocol protocol,
        TargetIndex targets,
        List<(CoverageTrace Trace, Func<RequestSet, bool> IsMade)> traces,
        Func<IEnumerable<AccessTarget>> itself
    )
    {
        var trace = new CoverageTrace();
        var outcome = SymbolicQuestion.FromOutside(snapshot, outside.Cluster, host, protocol, trace);
        traces.Add((trace, requests => !requests.IsEmpty));
        return TargetOutcome
            .Of(outcome, (workload, port) => targets.Find(workload, port, host.Host), itself)
            .Select(target => new AccessCell(outside, target.Target, host.Host, host.Port, target.Requests, target.Because, target.Through)
            {
                IsHttp = protocol != RequestProtocol.Tcp,
                IsTargetUndecided = target.IsOpen,
            });
    }

    private static RequestProtocol ProtocolOf(GatewayServer server) =>
        server.TlsMode is not null ? RequestProtocol.Https
        : server.IsHttp ? RequestProtocol.Http
        : RequestProtocol.Tcp;
}
