using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Evaluation.Gateways;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Arrivals;

/// <summary>A connection that reaches a pod: a gateway takes it on, any other workload is the end of it.</summary>
internal static class Inbound
{
    public static Verdict Arrive(Snapshot snapshot, RequestContext context, Workload workload, int port, Connection connection)
    {
        if (!workload.IsGateway)
        {
            context.Arrives(workload, port);
        }

        return Taken(snapshot, context, workload, port, connection);
    }

    private static Verdict Taken(Snapshot snapshot, RequestContext context, Workload workload, int port, Connection connection) =>
        context.IsLost ? context.Undecided(AccessStep.Gateway, workload, "the request goes through too many gateways")
        : Hiding(snapshot, workload) is { } hidden ? At(workload, port, context, context.Undecided(AccessStep.Endpoints, workload, hidden))
        : workload.IsGateway ? GatewayInbound.Arrive(snapshot, context, workload, port, connection)
        : At(workload, port, context, AtPod(snapshot, context, workload, port, connection));

    private static Verdict AtPod(Snapshot snapshot, RequestContext context, Workload workload, int port, Connection connection)
    {
        var (taken, why) = HboneEnd.At(snapshot, workload, connection);
        return taken is null ? context.Undecided(AccessStep.MutualTls, workload, why!, workload.Because(why!))
            : workload.IsAmbient ? ZtunnelInbound.Arrive(snapshot, context, workload, port, taken)
            : WorkloadInbound.Arrive(snapshot, context, workload, port, taken);
    }

    // What is hidden of the pods, or of the cluster that they are in and the one that configures their proxies.
    private static Unreadable? Hiding(Snapshot snapshot, Workload workload) => workload.Unreadable ?? snapshot.Hiding(workload.Cluster);

    private static Verdict At(Workload workload, int port, RequestContext context, Verdict verdict) =>
        workload.IsGateway || workload.MayBeGateway ? verdict : context.Requests.ArrivedAt(verdict, context, workload, port);
}
