namespace MeshStack.Analysis.Access;

/// <summary>A request that leaves a workload, through a sidecar or without one.</summary>
internal static class WorkloadOutbound
{
    public static Verdict Send(Client client, Flight flight, Request request)
    {
        if (client.Unreadable is { } unreadable)
        {
            return flight.Undecided(AccessStep.Visibility, client, unreadable);
        }

        var workload = client.Workload;
        return workload.Sidecar switch
        {
            SidecarPresence.Present => SidecarOutbound.Send(client, flight, request),
            SidecarPresence.Absent => BareClient.Send(client, flight, request),
            _ => flight.Undecided(AccessStep.Visibility, client, workload.SidecarReason, workload.Because(workload.SidecarReason)),
        };
    }
}
