namespace MeshStack.Analysis.Access;

/// <summary>A connection that reaches a pod: a gateway takes it on, any other workload is the end of it.</summary>
internal static class Inbound
{
    public static Verdict Arrive(Snapshot snapshot, Flight flight, Workload workload, int port, Connection connection) =>
        flight.IsLost ? flight.Undecided(AccessStep.Gateway, workload, "the request goes through too many gateways")
        : Hiding(snapshot, workload) is { } hidden ? At(workload, port, flight, flight.Undecided(AccessStep.Endpoints, workload, hidden))
        : workload.IsGateway ? GatewayInbound.Arrive(snapshot, flight, workload, port, connection)
        : At(workload, port, flight, WorkloadInbound.Arrive(snapshot, flight, workload, port, connection));

    // What is hidden of the pods, or of the cluster that they are in and the one that configures their proxies.
    private static Unreadable? Hiding(Snapshot snapshot, Workload workload) => workload.Unreadable ?? snapshot.Hiding(workload.Cluster);

    private static Verdict At(Workload workload, int port, Flight flight, Verdict verdict) =>
        verdict.Family is { } family && !workload.IsGateway && !workload.MayBeGateway
            ? verdict with
            {
                Family = Arrived(family, flight).At(workload, port, flight),
            }
            : verdict;

    private static FamilyOutcome Arrived(FamilyOutcome outcome, Flight flight)
    {
        foreach (var place in flight.Opened)
        {
            flight.Family!.Trail!.Pass(place, outcome.Requests.Possible, outcome.Requests.Possible);
        }

        return outcome;
    }
}
