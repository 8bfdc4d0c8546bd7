using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>A request that leaves a workload, through a sidecar or without one.</summary>
internal static class WorkloadOutbound
{
    public static Verdict Send(Client client, RequestContext context, Request request)
    {
        if (client.Unreadable is { } unreadable)
        {
            return context.Undecided(AccessStep.Visibility, client, unreadable);
        }

        var workload = client.Workload;
        return workload.Sidecar switch
        {
            SidecarPresence.Present => SidecarOutbound.Send(client, context, request),
            SidecarPresence.Absent when workload.IsAmbient => ZtunnelOutbound.Send(client, context, request),
            SidecarPresence.Absent => SidecarlessClient.Send(client, context, request),
            _ => context.Undecided(AccessStep.Visibility, client, workload.SidecarReason, workload.Because(workload.SidecarReason)),
        };
    }
}
