namespace MeshStack.Analysis.Access;

/// <summary>A client outside of the mesh: it connects to a gateway's Service, or to a workload's Service that is open to the outside
/// itself.</summary>
internal static class OutsideClient
{
    private const string Sender = "outside";

    public static Verdict Send(Snapshot snapshot, Caller.Outside caller, Flight flight, Request request)
    {
        var cluster = snapshot.Cluster(caller.Cluster);
        if (snapshot.Hiding(caller.Cluster) is { } unreadable)
        {
            return flight.Undecided(AccessStep.Gateway, Sender, unreadable);
        }

        var connection = new Connection(
            flight.IsSealed ? ConnectionSecurity.Application : ConnectionSecurity.Plaintext,
            Sni: flight.IsSealed ? request.Host : null
        );
        List<(string Name, Verdict Verdict)> ways = [];
        if (caller is { Gateway: null, GatewayNamespace: null })
        {
            if (cluster.Exposed.Find(request.Host, request.Port) is { } exposed)
            {
                ways.Add((exposed.Service.Name, ToService(snapshot, flight, exposed.Service, exposed.Port, connection)));
            }
            else if (cluster.Exposed.Hiding(request.Host, request.Port) is { } hidden)
            {
                ways.Add((hidden.Because.Name, flight.Undecided(AccessStep.Gateway, Sender, hidden)));
            }
        }

        if (cluster.Doors.Unreadable is { } door)
        {
            ways.Add((door.Because.Name, flight.Undecided(AccessStep.Gateway, Sender, door)));
        }

        ways.AddRange(
            cluster
                .Doors.Taking(request.Host, request.Port)
                .Where(door => caller.Gateway is null || door.Gateway == caller.Gateway)
                .Select(door => (door.Gateway, flight.Undecided(AccessStep.Gateway, door.Gateway, door.Reason, door.Because)))
        );
        var atGateways = AtGateways(snapshot, caller, flight, request, connection);

        // What a gateway does not take changes nothing for those who come another way.
        return ways.Count == 0 ? atGateways : Branches.Join(IsThrough(atGateways) ? [.. ways, ("the gateways", atGateways)] : ways);
    }

    private static bool IsThrough(Verdict verdict) =>
        verdict.Family is { } family ? !family.Requests.Possible.IsEmpty : verdict is Verdict.Allowed or Verdict.Undecided;

    private static Verdict ToService(Snapshot snapshot, Flight flight, MeshService service, int port, Connection connection)
    {
        var way = ExposedServices.WayOf(service)!;
        return ServicePods.Send(
            snapshot,
            way,
            flight.Took(
                AccessStep.Gateway,
                way,
                $"{service.Host} is open to the outside",
                service.Because(way == "externalIPs" ? "it has externalIPs" : $"its type is {way}")
            ),
            service,
            port,
            connection
        );
    }

    private static Verdict AtGateways(Snapshot snapshot, Caller.Outside caller, Flight flight, Request request, Connection connection)
    {
        var (plane, cluster) = (snapshot.PlaneOf(caller.Cluster), snapshot.Cluster(caller.Cluster));
        var gateways = cluster
            .Workloads.Where(workload =>
                (workload.IsGateway || workload.MayBeGateway)
                && (caller.Gateway is null || workload.Name == caller.Gateway || Mask.IsIn(workload.Name))
                && (caller.GatewayNamespace is null || workload.Namespace == caller.GatewayNamespace)
            )
            .ToArray();
        if (gateways.Select(gateway => gateway.Unreadable ?? cluster.HiddenInFront(gateway)).FirstHidden() is { } unreadable)
        {
            return flight.Undecided(AccessStep.Gateway, Sender, unreadable);
        }

        if (gateways.Length == 0)
        {
            return flight.Unreachable(
                AccessStep.Gateway,
                Sender,
                $"{caller.Cluster} has no gateway{(caller.Gateway is null ? "" : $" {caller.Gateway}")}"
            );
        }

        var opening = gateways
            .Where(gateway => Opens(snapshot, plane, gateway, request.Port))
            .OrderBy(gateway => gateway.Name, StringComparer.Ordinal)
            .ToArray();
        if (opening.Length == 0)
        {
            return flight.Unreachable(
                AccessStep.Gateway,
                Sender,
                $"no Gateway opens port {request.Port}",
                [.. gateways.Select(gateway => gateway.Because($"no Gateway opens port {request.Port} on it"))]
            );
        }

        var reached = opening.Where(gateway => HasPort(snapshot, gateway, request.Port)).ToArray();
        return reached.Length == 0
            ? flight.Unreachable(
                AccessStep.Gateway,
                Sender,
                $"no Service in front of {opening[0]} has port {request.Port}",
                [
                    .. opening
                        .SelectMany(gateway => snapshot.Cluster(gateway.Cluster).ServicesOf(gateway))
                        .Select(service =>
                            service.Because($"its ports are {string.Join(", ", service.Ports.Select(port => port.Number))}")
                        ),
                ]
            )
            : Branches.Join([
                .. reached.Select(gateway =>
                    (
                        gateway.Name,
                        Inbound.Arrive(snapshot, flight, gateway, GatewayPods.PodPort(snapshot, gateway, request.Port), connection)
                    )
                ),
            ]);
    }

    private static bool Opens(Snapshot snapshot, ClusterSnapshot plane, Workload gateway, int port)
    {
        var pod = GatewayPods.PodPort(snapshot, gateway, port);
        return GatewayServers.On(snapshot, plane, gateway, pod).Servers.Count > 0;
    }

    // Of a gateway without a Service, nothing says how clients come to it.
    private static bool HasPort(Snapshot snapshot, Workload gateway, int port) =>
        snapshot.Cluster(gateway.Cluster).ServicesOf(gateway).ToArray() is var services
        && (services.Length == 0 || services.Any(service => service.Port(port) is not null));
}
