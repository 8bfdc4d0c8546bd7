namespace MeshStack.Analysis.Access;

/// <summary>The cells of clients outside of the mesh, at a cluster's gateways.</summary>
internal static class OutsideCells
{
    public static IEnumerable<AccessCell> Of(Snapshot snapshot, string cluster, TargetIndex targets, List<(Trail Trail, Func<RequestSet, bool> IsMade)> trails)
    {
        var plane = snapshot.PlaneOf(cluster);
        var gateways = snapshot.Cluster(cluster).Workloads.Where(workload => workload.IsGateway).ToArray();
        var servers = plane.Gateways.Where(gateway => gateways.Any(workload => gateway.Selector.Selects(workload.Labels))).SelectMany(gateway => gateway.Servers).Where(server => server.TlsMode != "AUTO_PASSTHROUGH");
        var names = new GatewayNames(snapshot, plane);
        var asked = (from port in servers.ToLookup(server => server.Port) from host in names.Of([.. port]) from protocol in port.Select(ProtocolOf).Distinct() select (new AskedHost(host, port.Key), Protocol: protocol))
            .OrderBy(one => one.Item1.Host, StringComparer.Ordinal).ThenBy(one => one.Item1.Port).ThenBy(one => one.Protocol);
        foreach (var (host, protocol) in asked)
        {
            var trail = new Trail();
            var outcome = FamilyQuestion.FromOutside(snapshot, cluster, host, protocol, trail);
            trails.Add((trail, requests => !requests.IsEmpty));
            IEnumerable<AccessTarget> Itself() => gateways.Where(gateway => plane.Gateways.Any(one => one.Selector.Selects(gateway.Labels))).Take(1).Select(gateway => new AccessTarget(cluster, gateway.Namespace, gateway.Name, host.Port));
            foreach (var target in TargetOutcome.Of(outcome, (workload, port) => targets.Find(workload, port, host.Host), Itself))
            {
                yield return new(new(cluster, null, null, IsOutside: true), target.Target, host.Host, host.Port, target.Requests, target.Because, target.Through) { IsHttp = protocol != RequestProtocol.Tcp };
            }
        }
    }

    private static RequestProtocol ProtocolOf(GatewayServer server) =>
        server.TlsMode is not null ? RequestProtocol.Https : server.IsHttp ? RequestProtocol.Http : RequestProtocol.Tcp;
}
