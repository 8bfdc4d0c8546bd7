using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Arrivals;
using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Gateways;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Evaluation.Gateways;

/// <summary>A gateway between networks: it reads the server name, and passes mTLS on to the services that its hosts name.</summary>
/// <remarks>Source: builtAutoPassthroughFilterChains in pilot/pkg/networking/core/gateway.go of istio/istio.</remarks>
internal static class AutoPassthrough
{
    public static Verdict Send(Client client, RequestContext context, GatewayListener listener, SniName name, Connection connection)
    {
        if (listener.AutomaticFor(name.Host) is not { } server)
        {
            return context.Requests.Past(
                context.Unreachable(
                    AccessStep.Gateway,
                    client,
                    $"the gateway does not expose {name.Host}",
                    [
                        .. listener.Automatic.Select(one =>
                            one.Because($"its hosts are {string.Join(", ", one.Hosts.Select(host => host.Host))}")
                        ),
                    ]
                ),
                () => By(client, context, listener.Automatic[0], name, connection)
            );
        }

        return By(client, context, server, name, connection);
    }

    private static Verdict By(Client client, RequestContext context, GatewayServer server, SniName name, Connection connection)
    {
        var lookup = client.Registry.Find(name.Host, client.Workload.Namespace);
        if (lookup.Unreadable is { } unreadable)
        {
            return context.Undecided(AccessStep.Gateway, client, unreadable);
        }

        if (lookup.Service is not { } service || (!service.IsKubernetes && service.IsExternal) || service.Port(name.Port) is null)
        {
            return context.Unreachable(
                AccessStep.Gateway,
                client,
                $"{client.ControlPlane.Name} has no service {name.Host} with port {name.Port} that the gateway sees",
                [
                    server.Because($"its hosts are {string.Join(", ", server.Hosts.Select(host => host.Host))}"),
                    .. lookup.Hidden is { } hidden
                        ? [hidden.Because($"it is not exported to {client.Workload.Namespace}")]
                        : Array.Empty<Cause>(),
                ]
            );
        }

        var (rules, isContested) = client.ControlPlane.DestinationRules.Of(client.Workload.Namespace, client.Workload.Labels, service);
        var policy = DestinationPolicy.From(
            rules,
            name.Subset,
            name.Port,
            client.ControlPlane.DestinationRules.Hiding(rules, client.Workload.Namespace, service)
        );
        if (policy.Unreadable is { } hiddenRule)
        {
            return context.Undecided(AccessStep.DestinationRule, client, hiddenRule);
        }

        if (isContested)
        {
            return context.Undecided(
                AccessStep.DestinationRule,
                client,
                $"several DestinationRules are for {service.Host}, and nothing says which is the youngest",
                policy.Because("it may be the one that applies")
            );
        }

        if (!policy.HasSubset)
        {
            return context.Requests.Past(
                context.Unreachable(
                    AccessStep.Gateway,
                    client,
                    $"no DestinationRule that the gateway sees defines the subset {name.Subset} of {name.Host}",
                    server.Because("it passes known subsets alone")
                ),
                () => By(client, context, server, name with { Subset = null }, connection)
            );
        }

        // istiod gives these chains no policies, not even those for all.
        return ToEndpoints(
            client,
            context
                .Through(server, name.Host)
                .Took(AccessStep.Gateway, client, $"{name.Host} is passed through", server.Because("tls mode is AUTO_PASSTHROUGH")),
            service,
            name,
            policy,
            connection
        );
    }

    private static Verdict ToEndpoints(
        Client client,
        RequestContext context,
        MeshService service,
        SniName name,
        DestinationPolicy policy,
        Connection connection
    )
    {
        var set = EndpointResolver.Resolve(client, null, service, name.Port, name.Subset, policy);
        List<string> dropped = [.. set.Dropped];
        List<(string Name, Verdict Verdict)> branches = [];
        var sent = context.Took(
            AccessStep.Endpoints,
            client,
            $"{name.Host} has {set.Endpoints.Count} endpoint{(set.Endpoints.Count == 1 ? "" : "s")}",
            set.Because
        ) with
        {
            Hops = context.Hops + 1,
            SourceAddress = client.Workload.PodAddress,
        };
        foreach (var endpoint in set.Endpoints)
        {
            switch (endpoint)
            {
                case Endpoint.Direct direct when ClientTls.IsMutual(client, policy, direct.Workload, direct.Port) is var mutual:
                    if (mutual.IsYes)
                    {
                        branches.Add(
                            (direct.Workload.Name, Inbound.Arrive(client.Snapshot, sent, direct.Workload, direct.Port, connection))
                        );
                    }
                    else if (mutual.IsNo)
                    {
                        dropped.Add($"the gateway passes mTLS alone, and {direct.Workload} is not reached with it");
                    }
                    else
                    {
                        branches.Add(
                            (
                                direct.Workload.Name,
                                sent.Undecided(AccessStep.MutualTls, client, mutual.Why!, direct.Workload.Because(mutual.Why!))
                            )
                        );
                    }

                    break;
                case Endpoint.Network network:
                    branches.Add(
                        (
                            $"the gateway of {network.Gateway.Cluster}",
                            GatewayPods.Send(client.Snapshot, sent, network.Gateway, network.Port, connection)
                        )
                    );
                    break;
                // A name is looked up, and gets what it is sent as it is. Source: buildOutboundSniDnatClusters in
                // https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/cluster.go.
                case Endpoint.Listed listed
                    when service.Resolution.StartsWith("DNS", StringComparison.Ordinal)
                        && client.Snapshot.Addresses.ServiceIn(client.Workload, listed.At.Address) is { ExternalName: null } behind:
                    branches.Add((listed.At.Address, ServicePods.Send(client.Snapshot, client, sent, behind, listed.Port, connection)));
                    break;
                case Endpoint.Unknown { Because: { } because } unknown:
                    branches.Add(("an endpoint", sent.Undecided(AccessStep.Endpoints, client, unknown.Why, because)));
                    break;
                default:
                    branches.Add(
                        (
                            "an endpoint",
                            sent.Undecided(
                                AccessStep.Endpoints,
                                client,
                                $"nothing says where {name.Host} leads from a gateway",
                                service.Because("its endpoints are no workloads")
                            )
                        )
                    );
                    break;
            }
        }

        return branches.Count > 0
            ? context.Requests.Join(branches)
            : sent.Unreachable(
                AccessStep.Endpoints,
                client,
                dropped.Count > 0
                    ? string.Join("; ", dropped.Distinct(StringComparer.Ordinal))
                    : $"no workload of {client.ControlPlane.Name} is behind {name.Host}",
                [.. set.Because, .. policy.TlsMode is { } mode ? policy.Because($"tls mode is {mode}") : []]
            );
    }
}
