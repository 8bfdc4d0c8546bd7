namespace MeshStack.Analysis.Access;

/// <summary>A client outside of the mesh that connects to a gateway's Service.</summary>
internal static class OutsideClient
{
    public static Verdict Send(Snapshot snapshot, Caller.Outside caller, Flight flight, Request request)
    {
        var cluster = snapshot.Cluster(caller.Cluster);
        var plane = snapshot.PlaneOf(caller.Cluster);
        var gateways = cluster.Workloads.Where(workload => workload.IsGateway
            && (caller.Gateway is null || workload.Name == caller.Gateway) && (caller.GatewayNamespace is null || workload.Namespace == caller.GatewayNamespace)).ToArray();
        if (gateways.Length == 0)
        {
            return flight.Unreachable(AccessStep.Gateway, "outside", $"{caller.Cluster} has no gateway{(caller.Gateway is null ? "" : $" {caller.Gateway}")}");
        }

        var opening = gateways.Where(gateway => Opens(snapshot, plane, gateway, request.Port)).OrderBy(gateway => gateway.Name, StringComparer.Ordinal).ToArray();
        if (opening.Length == 0)
        {
            return flight.Unreachable(AccessStep.Gateway, "outside", $"no Gateway opens port {request.Port}", [.. gateways.Select(gateway => gateway.Because($"no Gateway opens port {request.Port} on it"))]);
        }

        var connection = new Connection(flight.IsSealed ? ConnectionSecurity.Application : ConnectionSecurity.Plaintext, Sni: flight.IsSealed ? request.Host : null);
        return Branches.Join([.. opening.Select(gateway => (gateway.Name, Inbound.Arrive(snapshot, flight, gateway, GatewayPods.PodPort(snapshot, gateway, request.Port), connection)))]);
    }

    private static bool Opens(Snapshot snapshot, ClusterSnapshot plane, Workload gateway, int port)
    {
        var pod = GatewayPods.PodPort(snapshot, gateway, port);
        return GatewayServers.On(snapshot, plane, gateway, pod).Count > 0;
    }
}
