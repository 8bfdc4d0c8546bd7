using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Evaluation.Arrivals;
using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Evaluation.Gateways;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>A client outside of the mesh: it connects to a gateway's Service, or to a workload's Service that is open to the outside
/// itself.</summary>
internal static class OutsideClient
{
    private const string Sender = "outside";

    public static Verdict Send(Snapshot snapshot, Caller.Outside caller, RequestContext context, Request request)
    {
        var cluster = snapshot.Cluster(caller.Cluster);
        if (snapshot.Hiding(caller.Cluster) is { } unreadable)
        {
            return context.Undecided(AccessStep.Gateway, Sender, unreadable);
        }

        var connection = new Connection(
            context.IsSealed ? ConnectionSecurity.Application : ConnectionSecurity.Plaintext,
            Sni: context.IsSealed ? context.Asked : null
        )
        {
            WhyNameless = "it is outside of the mesh",
        };
        List<(string Name, Verdict Verdict)> ways = [];
        if (caller is { Gateway: null, GatewayNamespace: null })
        {
            if (cluster.Exposed.Find(request.Host, request.Port) is { } exposed)
            {
                ways.Add((exposed.Service.Name, ToService(snapshot, context, exposed.Service, exposed.Port, connection)));
            }
            else if (cluster.Exposed.Hiding(request.Host, request.Port) is { } hidden)
            {
                ways.Add((hidden.Because.Name, context.Undecided(AccessStep.Gateway, Sender, hidden)));
            }

            ways.AddRange(NodeEntryPorts.At(snapshot, cluster, context, request, connection));
        }

        if (cluster.EntryPoints.Unreadable is { } entryPoint)
        {
            ways.Add((entryPoint.Because.Name, context.Undecided(AccessStep.Gateway, Sender, entryPoint)));
        }

        ways.AddRange(
            cluster
                .EntryPoints.Taking(request.Host, request.Port)
                .Where(entryPoint => caller.Gateway is null || entryPoint.Gateway == caller.Gateway)
                .Select(entryPoint =>
                    (entryPoint.Gateway, context.Undecided(AccessStep.Gateway, entryPoint.Gateway, entryPoint.Reason, entryPoint.Because))
                )
        );
        var atGateways = AtGateways(snapshot, caller, context, request, connection);

        // What a gateway does not take changes nothing for those who come another way.
        return ways.Count == 0
            ? (context.Requests.IsThrough(atGateways) ? null : Anywhere(snapshot, caller, context, request, connection)) ?? atGateways
            : context.Requests.Join(context.Requests.IsThrough(atGateways) ? [.. ways, ("the gateways", atGateways)] : ways);
    }

    // Nothing says where a strange name or address leads: it may be a load balancer's, or a node's.
    private static Verdict? Anywhere(
        Snapshot snapshot,
        Caller.Outside caller,
        RequestContext context,
        Request request,
        Connection connection
    )
    {
        var cluster = snapshot.Cluster(caller.Cluster);
        if (caller is not { Gateway: null, GatewayNamespace: null } || cluster.Exposed.Names(request.Host))
        {
            return null;
        }

        var open = cluster
            .Exposed.OnPort(request.Port)
            .Select(one =>
                (
                    Way: one.Service.Because($"its type is {one.Service.Type}"),
                    Verdict: ToService(snapshot, context, one.Service, one.Port, connection)
                )
            )
            .Concat(
                NodeEntryPorts
                    .OnPort(snapshot, cluster, context, request.Port, connection)
                    .Select(one => (Way: one.Workload.Because($"a node's port {request.Port} leads to it"), one.Verdict))
            )
            .FirstOrDefault(one => context.Requests.IsThrough(one.Verdict));
        if (
            open.Verdict is null
            && (
                cluster.HiddenNodePorts
                ?? cluster.Exposed.All.Where(service => service.HidesPorts).Select(service => service.Unreadable).FirstHidden()
            )
                is { } hidden
        )
        {
            return context.Undecided(AccessStep.Gateway, Sender, hidden);
        }

        return open.Verdict is null
            ? null
            : context.Undecided(AccessStep.Gateway, Sender, $"nothing says where {request.Host}:{request.Port} leads", open.Way);
    }

    private static Verdict ToService(Snapshot snapshot, RequestContext context, MeshService service, int port, Connection connection)
    {
        var way = ExposedServices.WayOf(service)!;
        return ServicePods.Send(
            snapshot,
            way,
            context.Took(
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

    private static Verdict AtGateways(
        Snapshot snapshot,
        Caller.Outside caller,
        RequestContext context,
        Request request,
        Connection connection
    )
    {
        var (controlPlane, cluster) = (snapshot.ControlPlaneOf(caller.Cluster), snapshot.Cluster(caller.Cluster));
        var gateways = cluster
            .Workloads.Where(workload =>
                (workload.IsGateway || workload.MayBeGateway)
                && (caller.Gateway is null || workload.Name == caller.Gateway || Mask.IsIn(workload.Name))
                && (caller.GatewayNamespace is null || workload.Namespace == caller.GatewayNamespace)
            )
            .ToArray();
        if (gateways.Select(gateway => gateway.Unreadable ?? cluster.HiddenInFront(gateway)).FirstHidden() is { } unreadable)
        {
            return context.Undecided(AccessStep.Gateway, Sender, unreadable);
        }

        if (gateways.Length == 0)
        {
            return context.Unreachable(
                AccessStep.Gateway,
                Sender,
                $"{caller.Cluster} has no gateway{(caller.Gateway is null ? "" : $" {caller.Gateway}")}"
            );
        }

        var opening = gateways
            .Where(gateway =>
                GatewayEntryPorts
                    .Behind(snapshot, gateway, request.Port)
                    .Append(GatewayPods.PodPort(snapshot, gateway, request.Port))
                    .Any(pod => Opens(snapshot, controlPlane, gateway, pod))
            )
            .OrderBy(gateway => gateway.Name, StringComparer.Ordinal)
            .ToArray();
        if (opening.Length == 0)
        {
            return context.Unreachable(
                AccessStep.Gateway,
                Sender,
                $"no Gateway opens port {request.Port}",
                [.. gateways.Select(gateway => gateway.Because($"no Gateway opens port {request.Port} on it"))]
            );
        }

        var reached = opening
            .SelectMany(gateway =>
                GatewayEntryPorts
                    .Behind(snapshot, gateway, request.Port)
                    .Where(pod => Opens(snapshot, controlPlane, gateway, pod))
                    .Select(pod => (Gateway: gateway, Pod: pod))
            )
            .ToArray();
        return reached.Length == 0
            ? context.Unreachable(
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
            : context.Requests.Join([
                .. reached.Select(one => (one.Gateway.Name, Inbound.Arrive(snapshot, context, one.Gateway, one.Pod, connection))),
            ]);
    }

    private static bool Opens(Snapshot snapshot, ClusterSnapshot controlPlane, Workload gateway, int pod) =>
        GatewayServers.On(snapshot, controlPlane, gateway, pod).Servers.Count > 0;
}
