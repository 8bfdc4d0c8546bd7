using MeshStack.Analysis.Evaluation.Arrivals;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Endpoints;

/// <summary>The pods behind a gateway's Service.</summary>
internal static class GatewayPods
{
    public static Verdict Send(Snapshot snapshot, RequestContext context, MeshService gateway, int number, Connection connection)
    {
        var cluster = snapshot.Cluster(gateway.Cluster);
        if ((gateway.Unreadable ?? cluster.Unreadable) is { } unreadable)
        {
            return context.Undecided(AccessStep.Gateway, gateway, unreadable);
        }

        if (gateway.Port(number) is not { } port)
        {
            return context.Unreachable(
                AccessStep.Gateway,
                gateway,
                $"{gateway} has no port {number}",
                gateway.Because($"its ports are {string.Join(", ", gateway.Ports.Select(one => one.Number))}")
            );
        }

        var pods = gateway.Selector is not { } selector
            ? []
            : cluster
                .Selected(gateway.Namespace, selector)
                .Where(workload => !workload.IsMachine)
                .Select(workload => (Workload: workload, Port: port.On(workload)))
                .Where(pod => pod.Port is not null)
                .ToArray();
        return pods.Length == 0
            ? context.Undecided(
                AccessStep.Gateway,
                gateway,
                $"no workload is known behind {gateway}",
                gateway.Because("its pods are in no manifest")
            )
            : context.Requests.Join([
                .. pods.Select(pod => (pod.Workload.Name, Inbound.Arrive(snapshot, context, pod.Workload, pod.Port!.Value, connection))),
            ]);
    }

    /// <summary>The pod's port behind a port that a Gateway opens.</summary>
    public static int PodPort(Snapshot snapshot, Workload gateway, int number)
    {
        foreach (var service in snapshot.Cluster(gateway.Cluster).ServicesOf(gateway))
        {
            if (service.Port(number) is { } port)
            {
                return port.Target.On(gateway) ?? number;
            }
        }

        return number;
    }
}
