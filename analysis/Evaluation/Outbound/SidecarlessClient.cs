using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Evaluation.Arrivals;
using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>A request without a sidecar's help: the cluster's own DNS and Services, and no encryption but the client's own.</summary>
internal static class SidecarlessClient
{
    public static Verdict Send(Client client, RequestContext context, Request request)
    {
        return NameResolution
            .Resolve(client, context, request.Host, request.Port)
            .Then(client, (resolved, host) => ToHost(client, resolved, request, host));
    }

    private static Verdict ToHost(Client client, RequestContext resolved, Request request, string host)
    {
        if (client.Snapshot.Cluster(client.Workload.Cluster).Services.TryGetValue(host, out var service))
        {
            return ToService(client, resolved, service, request.Port);
        }

        if (client.Snapshot.Addresses.PodsNamed(host) is { Count: > 0 } pods)
        {
            return resolved.Requests.Join([.. pods.Select(one => (one.Name, ToPod(client, resolved, one, request.Port)))]);
        }

        if (client.Snapshot.Addresses.PodAt(host) is { } pod)
        {
            return ToPod(client, resolved, pod, request.Port);
        }

        if (HiddenPod(client, host) is { } hidden)
        {
            return resolved.Undecided(AccessStep.Endpoints, client, hidden);
        }

        // A sidecar that answers DNS gives addresses that it alone knows the way to.
        var workload = client.Workload;
        var isAnswered = workload.Sidecar == SidecarPresence.Present && (workload.DnsCapture ?? client.ControlPlane.Mesh.DnsCapture);
        return isAnswered && client.Registry.Find(host, workload.Namespace).Service is { } known
            ? resolved.Undecided(
                AccessStep.Endpoints,
                client,
                $"nothing says where {host} leads past the sidecar",
                known.Because("the sidecar's DNS has it")
            )
            : resolved.Allowed(
                AccessStep.Endpoints,
                client,
                $"{host} is outside of the mesh, and no sidecar is on the way",
                workload.Because(workload.SidecarReason)
            );
    }

    /// <summary>To a Service's address: Kubernetes picks a pod of the same cluster.</summary>
    public static Verdict ToService(Client client, RequestContext context, MeshService service, int number)
    {
        var local = client.Snapshot.Cluster(client.Workload.Cluster);
        if (service.Unreadable is { } hidden)
        {
            return context.Undecided(AccessStep.Endpoints, client, hidden);
        }

        for (var hops = 0; service.ExternalName is { } external; hops++)
        {
            var because = service.Because($"externalName is {external}");
            if (!local.Services.TryGetValue(external.ToLowerInvariant().TrimEnd('.'), out var behind) || hops == Registry.MostAliases)
            {
                return context
                    .Assuming($"DNS outside of the mesh resolves {external}")
                    .Allowed(AccessStep.Endpoints, client, $"{external} is outside of the mesh", because);
            }

            if (behind.Unreadable is { } unreadable)
            {
                return context.Undecided(AccessStep.Endpoints, client, unreadable);
            }

            context = context.Took(AccessStep.Dns, client, $"{service.Host} is {behind.Host}", because);
            service = behind;
        }

        var sent = context with { SourceAddress = client.Workload.PodAddress };
        var connection = ConnectionOf(client, context);
        return client.Workload.IsAmbient
            ? WaypointOutbound.ToService(client, sent, service, number, connection)
            : ServicePods.Send(client.Snapshot, client, sent, service, number, connection);
    }

    /// <summary>To a pod's own address.</summary>
    public static Verdict ToPod(Client client, RequestContext context, Workload pod, int port) =>
        WaypointOutbound.ToPod(
            client,
            context.Took(AccessStep.Endpoints, client, $"{pod} at its own address", pod.Because($"its address is {pod.Address}")) with
            {
                Hops = context.Hops + 1,
                SourceAddress = client.Workload.PodAddress,
            },
            pod,
            port,
            ConnectionOf(client, context)
        );

    // A pod of a namespace whose name is hidden may be the one that is asked for.
    private static Unreadable? HiddenPod(Client client, string host) =>
        host.Split('.') is [_, var ns, "pod", var cluster] && client.Snapshot.ClusterNames.Contains(cluster, StringComparer.Ordinal)
            ? client.Snapshot.Cluster(cluster).WorkloadsIn(ns).FirstOrDefault(pod => Mask.IsIn(pod.Name))?.Unreadable
            : null;

    private static Connection ConnectionOf(Client client, RequestContext context)
    {
        var security = context.IsSealed ? ConnectionSecurity.Application : ConnectionSecurity.Plaintext;
        return new(security, Sni: context.IsSealed ? context.Asked : null)
        {
            WhyNameless =
                client.Workload.IsAmbient ? "the other end takes no HBONE"
                : client.Workload.Sidecar == SidecarPresence.Absent ? "it has no sidecar"
                : "the request goes past what its sidecar knows, without mTLS",
            Nameless =
                client.Workload.Sidecar == SidecarPresence.Absent && context.Requests.IsExplained
                    ? [client.Workload.Because($"it has no sidecar: {client.Workload.SidecarReason}")]
                    : [],
            Tunnelled = client.Workload.IsAmbient
                ? new(ConnectionSecurity.IstioMutual, client.Identity, client.ControlPlane) { IsHbone = true }
                : null,
            IsFromNode = client.Workload is { Sidecar: SidecarPresence.Absent, UsesHostNetwork: true },
        };
    }
}
