namespace MeshStack.Analysis.Access;

/// <summary>The cells of clients outside of the mesh, at a cluster's gateways.</summary>
internal static class OutsideCells
{
    public static IEnumerable<AccessCell> Of(Snapshot snapshot, string cluster, TargetIndex targets, List<(Trail Trail, Func<RequestSet, bool> IsMade)> trails)
    {
        var plane = snapshot.PlaneOf(cluster);
        var gateways = snapshot.Cluster(cluster).Workloads.Where(workload => workload.IsGateway).ToArray();
        var servers = plane.Gateways.Where(gateway => gateways.Any(workload => gateway.Selector.Selects(workload.Labels))).SelectMany(gateway => gateway.Servers).Where(server => server.TlsMode != "AUTO_PASSTHROUGH");
        var asked = servers.SelectMany(server => HostsOf(plane, server).Select(host => (new AskedHost(host, server.Port), Protocol: ProtocolOf(server)))).Distinct()
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

    // A wildcard is asked for by one of its names.
    private static IEnumerable<string> HostsOf(ClusterSnapshot plane, GatewayServer server) =>
        (from config in plane.VirtualServices.ForGateway(server.Gateway.Name)
         from host in config.Hosts
         from name in server.Hosts
         where HostMatch.Overlap(host, name.Host)
         select HostMatch.IsSubset(host, name.Host) ? host : name.Host)
        .Distinct(StringComparer.Ordinal).Select(host => host == "*" ? "any.example" : host.StartsWith('*') ? $"any{host[1..]}" : host);
}
