using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Endpoints;

/// <summary>The endpoints that a client's control plane gives it for a service.</summary>
/// <remarks>Source: pilot/pkg/xds/endpoints of istio/istio.</remarks>
internal static class EndpointResolver
{
    /// <param name="client">The proxy that sends.</param>
    /// <param name="context">The request; null where the proxy is a gateway that passes on what it does not read.</param>
    /// <param name="service">The service.</param>
    /// <param name="number">Its port.</param>
    /// <param name="subset">The subset, if one is meant.</param>
    /// <param name="policy">What DestinationRules say.</param>
    public static EndpointSet Resolve(
        Client client,
        RequestContext? context,
        MeshService service,
        int number,
        string? subset,
        DestinationPolicy policy
    )
    {
        if (service.ExternalName is { Length: > 0 } alias)
        {
            var (behind, unreadable) = (
                client.Registry.Find(alias.ToLowerInvariant(), client.Workload.Namespace) is var lookup ? lookup.Service : null,
                lookup.Unreadable
            );
            return unreadable is not null ? new([new Endpoint.Unknown(unreadable.Reason, unreadable.Because)], [], [unreadable.Because])
                : behind is null || behind.ExternalName is not null || behind.Port(number) is null
                    ? new([new Endpoint.Outside(alias)], [], [service.Because($"externalName is {alias}")])
                : Resolve(client, context, behind, number, subset, policy);
        }

        var isAsked = context is not null && HeadlessService.IsFor(client, service);
        var found =
            isAsked ? HeadlessService.Endpoints(client, context!, service, number)
            : service.IsKubernetes ? OfService(client, service, number)
            : OfEntry(client, service, number);
        List<Endpoint> endpoints = [];
        HashSet<string> dropped = new(StringComparer.Ordinal);

        // What goes where it was going is not balanced.
        var isBalanced = !isAsked && !GoesOn(client, service);
        foreach (var endpoint in found)
        {
            var chosen = IsChosen(policy, endpoint);
            var sends = chosen.IsNo || !isBalanced ? chosen : chosen.And(LocalityBalancing.Reaches(client, service, policy, endpoint));
            if (endpoint is Endpoint.Direct { Workload.Unreadable: { } unreadable })
            {
                endpoints.Add(new Endpoint.Unknown(unreadable.Reason, unreadable.Because));
            }
            else if (sends.IsNo && !chosen.IsNo)
            {
                dropped.Add("requests are distributed over other localities");
            }
            else if (!sends.IsYes && !sends.IsNo)
            {
                endpoints.Add(new Endpoint.Unknown(sends.Why!));
            }
            else if (sends.IsYes && endpoint is Endpoint.Direct direct)
            {
                NetworkReach.Add(client, number, policy, direct, endpoints, dropped);
            }
            else if (sends.IsYes)
            {
                endpoints.Add(endpoint);
            }
        }

        List<Endpoint> up = [];
        foreach (var endpoint in endpoints.Distinct())
        {
            if (client.Snapshot.Down.Reason(endpoint) is { } why)
            {
                dropped.Add(why);
            }
            else
            {
                up.Add(endpoint);
            }
        }

        return new(
            up,
            [.. dropped.Order(StringComparer.Ordinal)],
            [service.Because(service.Selector is { } selector ? $"its selector is {selector}" : $"its resolution is {service.Resolution}")]
        );
    }

    private static Certainty IsChosen(DestinationPolicy policy, Endpoint endpoint) =>
        endpoint switch
        {
            Endpoint.Direct direct => BuiltInLabels.Selects(policy.Labels, direct.Workload),
            Endpoint.Listed listed => Certainty.From(policy.Labels.Selects(listed.At.Labels)),
            _ => Certainty.Yes,
        };

    /// <summary>True where a Service has a selector in some cluster, and finds a workload in none, so that its pods are made by what
    /// nobody shows.</summary>
    public static bool IsInFrontOfUnknown(Client client, MeshService service) =>
        service.IsKubernetes
        && !EntriesOf(client.ControlPlane, service).Any()
        && client
            .Snapshot.ClusterNames.Select(client.Snapshot.Cluster)
            .Where(cluster => cluster.Services.ContainsKey(service.Host))
            .ToArray()
            is var clusters
        && clusters.Any(cluster => cluster.Services[service.Host].Selector is not null)
        && !clusters.Any(cluster => ServicePods.AreKnown(cluster, cluster.Services[service.Host]));

    private static IEnumerable<Endpoint> OfService(Client client, MeshService service, int number)
    {
        var isLocal = client.ControlPlane.Mesh.ClusterLocalHosts.Any(host => HostMatch.IsSubset(service.Host, host));
        foreach (var cluster in client.Registry.Clusters.Where(cluster => !isLocal || cluster.Name == client.Workload.Cluster))
        {
            if (
                !cluster.Services.TryGetValue(service.Host, out var here)
                || !client.Registry.Reads(here)
                || here.Port(number) is not { } port
            )
            {
                continue;
            }

            // Where istiod serves ambient mode across clusters, no proxy gets another cluster's endpoints of what is not global.
            // Source: https://github.com/istio/istio/blob/1.31.0-rc.0/pilot/pkg/xds/endpoints/endpoint_builder.go, filterIstioEndpoint.
            if (client.ControlPlane.Mesh.TakesAmbientNetworks && cluster.Name != client.Workload.Cluster)
            {
                if (AmbientNetworks.EndpointOf(client, service, here) is { } open)
                {
                    yield return open;
                }

                continue;
            }

            if (here.Selector is not { } selector)
            {
                foreach (var endpoint in OfAddresses(client, cluster, here, port))
                {
                    yield return endpoint;
                }

                continue;
            }

            foreach (var endpoint in Selected(cluster, here.Namespace, selector, port))
            {
                yield return endpoint;
            }
        }

        if (service.Port(number) is { } asked)
        {
            foreach (var endpoint in EntriesOf(client.ControlPlane, service).SelectMany(entry => OfPart(client.ControlPlane, entry, asked)))
            {
                yield return endpoint;
            }
        }
    }

    private static IReadOnlyList<Endpoint> OfAddresses(Client client, ClusterSnapshot cluster, MeshService service, ServicePort port)
    {
        var listed = ListedAddresses.Of(cluster, service);
        return ListedAddresses.Hiding(cluster, service) is { } unreadable ? [new Endpoint.Unknown(unreadable.Reason, unreadable.Because)]
            : listed.Count == 0 ? [new Endpoint.Unknown($"{service} has no selector, and its endpoints are in no manifest")]
            :
            [
                .. listed.Select(one =>
                    client.Snapshot.Addresses.PodAt(one.Address) is { } pod
                        ? (Endpoint)new Endpoint.Direct(pod, ListedAddresses.PortOf(one, port), true)
                        : new Endpoint.Listed(one, ListedAddresses.PortOf(one, port))
                ),
            ];
    }

    private static IEnumerable<Endpoint> OfEntry(Client client, MeshService service, int number)
    {
        if (GoesOn(client, service))
        {
            return [new Endpoint.Outside(service.Host)];
        }

        var port = service.Port(number)!;
        return EntriesOf(client.ControlPlane, service).SelectMany(entry => OfPart(client.ControlPlane, entry, port));
    }

    // Without a resolution the connection goes where it was going, whatever the entry says of endpoints.
    // Gateways, which are where it was going, go by endpoints alone.
    // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/cluster.go, convertResolution.
    private static bool GoesOn(Client client, MeshService service) =>
        !service.IsKubernetes && service.Resolution is "NONE" && !client.Workload.IsGateway;

    /// <summary>The entries whose endpoints are those of a service: istiod keeps them by host and namespace, whoever sees an
    /// entry.</summary>
    /// <remarks>Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/endpointshards.go.</remarks>
    private static IEnumerable<MeshService> EntriesOf(ClusterSnapshot controlPlane, MeshService service) =>
        controlPlane
            .Entries[service.Host]
            .Concat(controlPlane.AnyHostEntries)
            .Where(entry => entry.Namespace == service.Namespace)
            .Distinct();

    /// <summary>The endpoints that one entry brings to a port, which is told by its name.</summary>
    private static IEnumerable<Endpoint> OfPart(ClusterSnapshot controlPlane, MeshService entry, ServicePort asked)
    {
        if (entry.Unreadable is { } unreadable)
        {
            return [new Endpoint.Unknown(unreadable.Reason, unreadable.Because)];
        }

        if (entry.Ports.FirstOrDefault(one => one.Name == asked.Name) is not { } port)
        {
            return [];
        }

        if (entry.Selector is { } selector)
        {
            return Selected(controlPlane, entry.Namespace, selector, port);
        }

        return entry.Endpoints.Count > 0
                ? entry.Endpoints.Select(endpoint => new Endpoint.Listed(
                    endpoint,
                    endpoint.Ports.TryGetValue(port.Name, out var own) ? own : port.Target.Number ?? port.Number
                ))
            : entry.Resolution is "STATIC" or "NONE" ? []
            : [new Endpoint.Outside(entry.Host)];
    }

    /// <summary>The accounts by which the endpoints of a service are known, whatever their port.</summary>
    public static IEnumerable<(string Namespace, string Account)> AccountsOf(Client client, MeshService service)
    {
        var selected = service.IsKubernetes
            ? client
                .Registry.Clusters.Where(cluster => cluster.Services.ContainsKey(service.Host))
                .Select(cluster => (Cluster: cluster, Service: cluster.Services[service.Host]))
            : [];
        var parts = selected.Concat(
            EntriesOf(client.ControlPlane, service).Select(entry => (Cluster: client.ControlPlane, Service: entry))
        );
        foreach (var (cluster, part) in parts)
        {
            foreach (var workload in part.Selector is { } selector ? cluster.Selected(part.Namespace, selector) : [])
            {
                if (workload.ServiceAccount is { Length: > 0 } account)
                {
                    yield return (workload.Namespace, account);
                }
            }

            foreach (var account in part.Endpoints.Select(endpoint => endpoint.ServiceAccount).OfType<string>())
            {
                yield return (part.Namespace, account);
            }
        }
    }

    private static IEnumerable<Endpoint> Selected(ClusterSnapshot cluster, string ns, LabelSelector selector, ServicePort port) =>
        from workload in cluster.Selected(ns, selector)
        let target = PortOf(workload, port)
        where target is not null
        select new Endpoint.Direct(workload, target.Value, true);

    private static int? PortOf(Workload workload, ServicePort port) =>
        workload.IsMachine && workload.Ports.TryGetValue(port.Name, out var own) ? own : port.On(workload);
}
