namespace MeshStack.Analysis.Access;

/// <summary>A connection that reaches a pod: a gateway takes it on, any other workload is the end of it.</summary>
internal static class Inbound
{
    public static Verdict Arrive(Snapshot snapshot, Flight flight, Workload workload, int port, Connection connection) =>
        flight.IsLost ? flight.Undecided(AccessStep.Gateway, workload, "the request goes through too many gateways")
        : workload.IsGateway ? GatewayInbound.Arrive(snapshot, flight, workload, port, connection)
        : WorkloadInbound.Arrive(snapshot, flight, workload, port, connection) is var verdict && verdict.Family is { } family ? verdict with { Family = Arrived(family, flight).At(workload, port, flight) } : verdict;

    private static FamilyOutcome Arrived(FamilyOutcome outcome, Flight flight)
    {
        foreach (var place in flight.Opened)
        {
            flight.Family!.Trail!.Pass(place, outcome.Requests.Possible, outcome.Requests.Possible);
        }

        return outcome;
    }
}
