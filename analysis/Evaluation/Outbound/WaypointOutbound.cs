using MeshStack.Analysis.Evaluation.Arrivals;
using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Evaluation.Gateways;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>What ztunnel sends to a Service goes through the waypoint that the Service is bound to, and straight to a pod as long as it is
/// bound to none: nothing fails where a waypoint is missing.</summary>
/// <remarks>Source: src/proxy/outbound.rs of istio/ztunnel: the address that was asked for says whose waypoint it is.</remarks>
internal static class WaypointOutbound
{
    public static Verdict ToService(Client client, RequestContext context, MeshService service, int number, Connection connection)
    {
        var cluster = client.Snapshot.Cluster(service.Cluster);
        if (client.ControlPlane.Mesh.TakesAmbientNetworks && client.ControlPlane.HiddenScope(service) is { } hidden)
        {
            return context.Undecided(AccessStep.Endpoints, client, hidden);
        }

        if (client.ControlPlane.Mesh.TakesAmbientNetworks && Elsewhere(client, service) is { } there)
        {
            return context.Undecided(AccessStep.Endpoints, client, AmbientNetworks.Why(there), there.Because("it is global"));
        }

        if (service.IsHeadless)
        {
            // Its name means the pods' own addresses.
            foreach (var pod in service.Selector is { } selector ? cluster.Selected(service.Namespace, selector) : [])
            {
                if (Stop(client, context, pod) is { } stop)
                {
                    return stop;
                }
            }

            return Directly();
        }

        var binding = cluster.Waypoints.Of(service);
        if (binding.Unknown is { } unknown)
        {
            return context.Undecided(AccessStep.Gateway, client, unknown, service.Because("it may be bound to a waypoint"));
        }

        if (binding.Waypoint is not { } waypoint)
        {
            return Directly();
        }

        // Nothing is bound to a waypoint before it is ready, which its status alone tells.
        var through = WaypointInbound.Arrive(client, context, waypoint, service, number, connection);
        return waypoint.IsReady
            ? through
            : context.Requests.Join([(waypoint.ToString(), through), ($"ztunnel without {waypoint}, until that is ready,", Directly())]);

        Verdict Directly() => ServicePods.Send(client.Snapshot, client, context, service, number, connection);
    }

    /// <summary>To a pod's own address.</summary>
    public static Verdict ToPod(Client client, RequestContext context, Workload pod, int port, Connection connection) =>
        Stop(client, context, pod) ?? Inbound.Arrive(client.Snapshot, context, pod, port, connection);

    // Only what is global leaves the cluster.
    private static MeshService? Elsewhere(Client client, MeshService service) =>
        !client.ControlPlane.IsGlobal(service)
            ? null
            : client
                .Registry.Clusters.Where(other => other.Name != service.Cluster)
                .Select(other => other.Services.GetValueOrDefault(service.Host))
                .FirstOrDefault(found => found is not null);

    private static Verdict? Stop(Client client, RequestContext context, Workload pod)
    {
        if (!client.Workload.IsAmbient)
        {
            return null;
        }

        var binding = client.Snapshot.Cluster(pod.Cluster).Waypoints.Of(pod);
        return binding.Unknown is { } unknown
                ? context.Undecided(AccessStep.Gateway, client, unknown, pod.Because("it may be bound to a waypoint"))
            : binding.Waypoint is { } waypoint
                ? context.Undecided(
                    AccessStep.Gateway,
                    client,
                    $"{pod} is called at its own address through the {waypoint}, which is not evaluated",
                    waypoint.Because($"it is for {waypoint.Traffic} traffic")
                )
            : null;
    }
}
