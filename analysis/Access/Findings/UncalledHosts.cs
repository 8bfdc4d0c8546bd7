namespace MeshStack.Analysis.Access;

/// <summary>Hosts that Gateways expose by name and nobody may call through them.</summary>
internal static class UncalledHosts
{
    public static IEnumerable<Finding> Of(ProofSubject subject, GovernedPlane plane) =>
        from gateway in plane.Plane.Gateways
        where plane.Workloads.Any(workload => workload.IsGateway && gateway.Selector.Selects(workload.Labels))
        from server in gateway.Servers
        where !server.IsRedirect
        from host in server.Field["hosts"].Items.Zip(server.Hosts)
        where !host.Second.Host.StartsWith('*') && !Placeholder.IsIn(host.Second.Host) && !subject.Matrix.Coverage.IsReached(Place.Of(server, host.Second.Host)) && IsDecided(subject, host.Second.Host)
        select ProofSubject.Finding(Severity.Warning, ProofCodes.ExposedToNobody, gateway.Manifest, host.First.Path,
            $"{host.Second.Host} is exposed, and nothing that anybody asks for through this gateway gets to it.");

    private static bool IsDecided(ProofSubject subject, string host) => !subject.Matrix.Cells.Any(cell => cell.Host == host && !cell.Requests.IsDecided);
}
