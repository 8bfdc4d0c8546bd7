using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Findings;

/// <summary>Hosts that Gateways expose by name and nobody may call through them.</summary>
internal static class UncalledHosts
{
    private static readonly string[] Kinds = ["http", "tls", "tcp"];

    public static IEnumerable<Finding> Of(FindingSubject subject, GovernedControlPlane controlPlane) =>
        from gateway in controlPlane.ControlPlane.Gateways
        where controlPlane.Workloads.Any(workload => workload.IsGateway && gateway.Selector.Selects(workload.Labels))
        from server in gateway.Servers
        where !server.IsRedirect
        from host in server.Field["hosts"].Items.Zip(server.Hosts)
        where
            !host.Second.Host.StartsWith('*')
            && !Placeholder.IsIn(host.Second.Host)
            && !subject.Matrix.Coverage.IsReached(ConfigLocation.From(server, host.Second.Host))
            && IsDecided(subject, host.Second.Host)
            && IsServed(subject, controlPlane.ControlPlane, server, host.Second.Host)
        select FindingSubject.Finding(
            Severity.Warning,
            AccessFindingCodes.ExposedToNobody,
            gateway.Manifest,
            host.First.Path,
            $"{host.Second.Host} is exposed, and nothing that anybody asks for through this gateway gets to it."
        );

    // What a route leads to without a workload that the manifests know, such as a control plane, has callers that they do not know either.
    private static bool IsServed(FindingSubject subject, ClusterSnapshot controlPlane, GatewayServer server, string host) =>
        server.TlsMode == "AUTO_PASSTHROUGH"
        || (
            from config in controlPlane.VirtualServices.ForGateway(server.Gateway.Name)
            where config.Hosts.Any(own => HostMatch.Overlap(own, host))
            from route in Kinds.SelectMany(kind => config.Manifest.Spec[kind].Items)
            from entry in route["route"].Items
            select HostMatch.Full(entry["destination"]["host"].Text ?? "", config.Namespace)
        ).All(destination => subject.Snapshot.Registry(controlPlane.Name).Clusters.Any(cluster => HasWorkload(cluster, destination)));

    private static bool HasWorkload(ClusterSnapshot cluster, string host) =>
        cluster.Services.TryGetValue(host, out var service)
        && service.Selector is { } selector
        && cluster.Selected(service.Namespace, selector).Any();

    private static bool IsDecided(FindingSubject subject, string host) =>
        !subject.Matrix.Cells.Any(cell => cell.Host == host && !cell.Requests.IsDecided);
}
