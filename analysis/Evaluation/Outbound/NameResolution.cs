using System.Globalization;
using System.Net;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Gateways;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;
using MeshStack.Manifests;

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

        if (HiddenAddress(client, asked, port) is { } hiddenEntry)
        {
            return new(context, asked, context.Undecided(AccessStep.Dns, client, hiddenEntry));
        }

        if (client.Snapshot.Addresses.PodsNamed(asked).Count > 0)
        {
            return new(context, asked, null);
        }

        if (ByAddress(client, context, asked, port) is { } found)
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

            var (headless, pod, hiddenPod) = PodOf(local, name);
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

        return WithoutCapture(client, context, asked, names);
    }

    // What hides an address of a ServiceEntry that may be closer to the one that is asked for than those that are shown.
    private static Unreadable? HiddenAddress(Client client, string asked, int port) =>
        IPAddress.TryParse(asked, out _)
        && client.Workload.Sidecar == SidecarPresence.Present
        && client.Snapshot.Cluster(client.Workload.Cluster).ServiceAt(asked) is null
            ? client
                .ControlPlane.Entries.SelectMany(entries => entries)
                .Where(entry =>
                    entry.HiddenAddress is not null
                    && (entry.HidesPorts || entry.Port(port) is not null)
                    && (entry.HidesExportTo || client.Registry.Reaches(entry, client.Workload.Namespace))
                )
                .Select(entry => entry.HiddenAddress)
                .FirstHidden()
            : null;

    // An address that a Service or, for sidecars, a ServiceEntry has; any other stands for itself.
    private static (RequestContext Context, string Host)? ByAddress(Client client, RequestContext context, string asked, int port)
    {
        if (!IPAddress.TryParse(asked, out _))
        {
            return null;
        }

        var local = client.Snapshot.Cluster(client.Workload.Cluster);
        var service =
            local.ServiceAt(asked)
            ?? (
                client.Workload.Sidecar != SidecarPresence.Present
                    ? null
                    : client
                        .ControlPlane.Entries.SelectMany(entries => entries)
                        .Select(entry => (Entry: entry, Bits: entry.BitsOf(asked, port)))
                        .Where(one =>
                            one.Bits > 0
                            && !one.Entry.IsWildcard
                            && (one.Entry.HidesExportTo || client.Registry.Reaches(one.Entry, client.Workload.Namespace))
                        )
                        .OrderByDescending(one => one.Bits)
                        .ThenBy(one => one.Entry.Host, StringComparer.Ordinal)
                        .FirstOrDefault()
                        .Entry
            );
        return service is not null
                ? (
                    context.Took(AccessStep.Dns, client, $"{asked} is {service.Host}", service.Because($"its address is {asked}")),
                    service.Host
                )
            : client.Snapshot.Addresses.PodAt(asked) is { } pod
                ? (context.Took(AccessStep.Dns, client, $"{asked} is {pod}", pod.Because($"its address is {asked}")), asked)
            : null;
    }

    // A StatefulSet's pods are POD.SERVICE, numbered from zero.
    private static (MeshService? Service, Workload? Pod, Unreadable? Unreadable) PodOf(ClusterSnapshot cluster, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || !cluster.Services.TryGetValue(name[(dot + 1)..], out var service))
        {
            return default;
        }

        if (service.Unreadable is { } unreadable)
        {
            return (null, null, unreadable);
        }

        if (service is not { IsHeadless: true, Selector: { } selector })
        {
            return default;
        }

        var pods = cluster.Selected(service.Namespace, selector).Where(workload => !workload.IsMachine).ToArray();
        var pod = Array.Find(
            pods,
            workload =>
                workload.Name == name[..dot]
                || (
                    workload.Kind == "StatefulSet"
                    && name[..dot].LastIndexOf('-') is var dash
                    && dash > 0
                    && workload.Name == name[..dash]
                    && int.TryParse(name[(dash + 1)..dot], NumberStyles.None, CultureInfo.InvariantCulture, out _)
                )
        );
        return pod is not null ? (service, pod, null) : (null, null, pods.FirstOrDefault(workload => Mask.IsIn(workload.Name))?.Unreadable);
    }

    private static IEnumerable<Unreadable> HostsHidden(Client client) =>
        client
            .ControlPlane.AnyHostEntries.Select(entry => entry.Unreadable)
            .Concat(client.ControlPlane.VirtualServices.All.Where(config => config.HidesHosts).Select(config => config.Unreadable))
            .OfType<Unreadable>();

    private static Resolution WithoutCapture(Client client, RequestContext context, string asked, IReadOnlyList<string> names)
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
                var off = Cause.Mesh(client.ControlPlane.Name, "ISTIO_META_DNS_CAPTURE does not let sidecars answer DNS");
                return new(
                    context,
                    name,
                    context.Unreachable(
                        AccessStep.Dns,
                        client,
                        $"{name} is in no DNS that {client} asks: the cluster has no Service of that name, and sidecars do not answer DNS",
                        service.Because("nothing else here resolves it"),
                        off
                    )
                )
                {
                    IsOpen = !IsOfCluster(client, name),
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
