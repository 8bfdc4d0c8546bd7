using System.Net;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>What a host means at a workload: the cluster's DNS, the sidecar's own answers, the DNS outside.</summary>
/// <remarks>Source: https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/.</remarks>
internal static class NameResolution
{
    private const string ApiServer = $"kubernetes.default.{ServiceDns.Domain}";

    /// <summary>The full name, or the verdict where there is none.</summary>
    public static Resolution Resolve(Client client, RequestContext context, string asked, int port)
    {
        if (Placeholder.IsIn(asked))
        {
            return new(context, asked, context.Undecided(AccessStep.Dns, client, $"the host {asked} is known only to a real run"));
        }

        if (Mask.IsIn(asked))
        {
            return new(
                context,
                asked,
                context.Undecided(AccessStep.Dns, client, "the host is masked", [.. HostsHidden(client).Select(why => why.Because)])
            );
        }

        if (AddressResolution.Hiding(client, asked, port) is { } hiddenEntry)
        {
            return new(context, asked, context.Undecided(AccessStep.Dns, client, hiddenEntry));
        }

        if (client.Snapshot.Addresses.PodsNamed(asked).Count > 0)
        {
            return new(context, asked, null);
        }

        if (AddressResolution.Find(client, context, asked, port) is { } found)
        {
            return new(found.Context, found.Host, null);
        }

        if (IPAddress.TryParse(asked, out _) && client.Snapshot.Addresses.Hidden is { } hiddenAddress)
        {
            return new(context, asked, context.Undecided(AccessStep.Dns, client, hiddenAddress));
        }

        var workload = client.Workload;
        var local = client.Snapshot.Cluster(workload.Cluster);
        var captures = workload.DnsCapture ?? client.ControlPlane.Mesh.DnsCapture;
        var names = ServiceNames.Searched(asked, workload.Namespace);
        var isAnswered = captures && workload.Sidecar == SidecarPresence.Present;
        if (isAnswered && client.Rules.Scope.HiddenOutbound is { } hiddenScope)
        {
            return new(context, asked, context.Undecided(AccessStep.Dns, client, hiddenScope));
        }

        foreach (var name in names)
        {
            if (local.Services.TryGetValue(name, out var service))
            {
                return new(
                    context.Took(AccessStep.Dns, client, $"{asked} is {name}", service.Because("the cluster's DNS has it")),
                    name,
                    null
                );
            }

            var (headless, pod, hiddenPod) = HeadlessService.PodNamed(local, name);
            var lookup = isAnswered
                ? client.Registry.Find(name, workload.Namespace, service => client.Rules.Scope.Sees(service, port))
                : null;
            if ((hiddenPod ?? lookup?.Unreadable) is { } unreadable)
            {
                return new(context, name, context.Undecided(AccessStep.Dns, client, unreadable));
            }

            if (headless is not null)
            {
                return new(
                    context.Took(
                        AccessStep.Dns,
                        client,
                        $"{asked} is a pod of {headless.Host}",
                        headless.Because("its pods have names of their own")
                    ) with
                    {
                        Pod = pod,
                    },
                    headless.Host,
                    null
                );
            }

            if (lookup?.Service is { } known && client.Rules.Scope.Sees(known, port))
            {
                return new(
                    context.Took(
                        AccessStep.Dns,
                        client,
                        $"{asked} is {name}",
                        Cause.Mesh(client.ControlPlane.Name, "ISTIO_META_DNS_CAPTURE lets sidecars answer DNS"),
                        known.Because("the sidecar's DNS has it")
                    ),
                    name,
                    null
                );
            }
        }

        return WithoutCapture(client, context, asked, names, isAnswered);
    }

    private static IEnumerable<Unreadable> HostsHidden(Client client) =>
        client
            .ControlPlane.AnyHostEntries.Select(entry => entry.Unreadable)
            .Concat(client.ControlPlane.VirtualServices.All.Where(config => config.HidesHosts).Select(config => config.Unreadable))
            .OfType<Unreadable>();

    private static Resolution WithoutCapture(
        Client client,
        RequestContext context,
        string asked,
        IReadOnlyList<string> names,
        bool isAnswered
    )
    {
        var hiddenName = names.Select(name => client.Registry.Find(name, client.Workload.Namespace).Unreadable).FirstHidden();
        if ((hiddenName ?? client.Snapshot.Cluster(client.Workload.Cluster).EntryPoints.Unreadable) is { } hidden)
        {
            return new(context, asked, context.Undecided(AccessStep.Dns, client, hidden));
        }

        if (
            names.FirstOrDefault(name =>
                name == ApiServer || client.Snapshot.Cluster(client.Workload.Cluster).EntryPoints.GeneratedHosts.Contains(name)
            ) is
            { } unwritten
        )
        {
            return new(
                context,
                unwritten,
                context.Undecided(
                    AccessStep.Dns,
                    client,
                    $"{unwritten} is a Service of {client.Workload.Cluster} that no manifest describes"
                )
            );
        }

        foreach (var name in names)
        {
            if (
                client.Registry.Find(name, client.Workload.Namespace).Service is { } service
                && (service.IsKubernetes || !service.IsExternal)
            )
            {
                IReadOnlyList<Cause> off = isAnswered
                    ? client.Rules.Scope.Because($"it does not import {name}")
                    : [Cause.Mesh(client.ControlPlane.Name, "ISTIO_META_DNS_CAPTURE does not let sidecars answer DNS")];
                return new(
                    context,
                    name,
                    context.Unreachable(
                        AccessStep.Dns,
                        client,
                        $"{name} is in no DNS that {client} asks: the cluster has no Service of that name, and "
                            + (isAnswered ? "its sidecar is not told of it" : "sidecars do not answer DNS"),
                        [service.Because("nothing else here resolves it"), .. off]
                    )
                )
                {
                    IsOpen = !IsOfCluster(client, name),
                    IsMeant = true,
                };
            }
        }

        var host = names[^1];
        return IsOfCluster(client, host)
            ? new(
                context,
                host,
                context.Unreachable(
                    AccessStep.Dns,
                    client,
                    $"{asked} does not resolve: {client.Workload.Cluster} has no Service of that name"
                )
            )
            : new(
                context
                    .Assuming($"DNS outside of the mesh resolves {host}")
                    .Took(AccessStep.Dns, client, $"{host} is a name outside of the cluster"),
                host,
                null
            );
    }

    private static bool IsOfCluster(Client client, string host)
    {
        var labels = host.Split('.');
        var local = client.Snapshot.Cluster(client.Workload.Cluster);
        return labels.Length == 1
            || host.EndsWith($".{ServiceDns.ClusterDomain}", StringComparison.Ordinal)
            || labels[^1] == "svc"
            || (
                labels.Length == 2
                && (
                    local.Namespaces.ContainsKey(labels[1])
                    || local.WorkloadsIn(labels[1]).Any()
                    || local.ServiceNamespaces.Contains(labels[1])
                )
            );
    }
}
