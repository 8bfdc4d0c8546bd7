using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Arrivals;
using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Gateways;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Evaluation.Routing;

/// <summary>A request on its way from a proxy to a service: DestinationRule, endpoints, and each of them.</summary>
internal static class Forwarding
{
    public static Verdict Send(Client client, RequestContext context, MeshService service, int port, string? subset)
    {
        var workload = client.Workload;
        if (workload.IsGateway && ThroughWaypoint(client, service) is { } waypoint)
        {
            return context.Undecided(
                AccessStep.Gateway,
                client,
                $"calls of gateways to {service.Host} go through its waypoint (istio.io/ingress-use-waypoint), which is not evaluated",
                service.Because(waypoint)
            );
        }

        var (rules, isContested) = client.ControlPlane.DestinationRules.Of(workload.Namespace, workload.Labels, service);
        var policy = DestinationPolicy.From(
            rules,
            subset,
            port,
            client.ControlPlane.DestinationRules.Hiding(rules, workload.Namespace, service)
        );
        if (policy.Unreadable is { } hidden)
        {
            return context.Undecided(AccessStep.DestinationRule, client, hidden);
        }

        if (isContested || policy.IsAmbiguous)
        {
            return context.Undecided(
                AccessStep.DestinationRule,
                client,
                $"several DestinationRules are for {service.Host}, and nothing says which is the oldest",
                policy.Because("it may be the one that applies")
            );
        }

        if (!policy.HasSubset)
        {
            return context.Requests.Past(
                context.Unreachable(
                    AccessStep.DestinationRule,
                    client,
                    $"no DestinationRule that {client} sees defines the subset {subset} of {service.Host}",
                    rules.Count > 0 ? policy.Because("it defines no such subset") : [service.Because("no DestinationRule is for it")]
                ),
                () => Send(client, context, service, port, null)
            );
        }

        var ruled =
            rules.Count == 0 || !context.Requests.IsTraced
                ? context
                : context.Took(
                    AccessStep.DestinationRule,
                    client,
                    policy.TlsMode is { } mode ? $"tls mode is {mode}" : "it sets no TLS",
                    policy.Because($"it is for {service.Host}")
                );
        if (subset is not null)
        {
            ruled = policy.Because($"it defines the subset {subset}").Aggregate(ruled, (routed, cause) => routed.Routed(cause));
        }

        ruled = ruled with { RoutedBy = new(ruled.RoutedBy, null, service) };

        var set = EndpointResolver.Resolve(client, context, service, port, subset, policy);
        if (set.Endpoints.Count == 0 && set.Dropped.Count == 0 && EndpointResolver.IsInFrontOfUnknown(client, service))
        {
            // Pods that nobody shows are no other ones that somebody does.
            var undecided = ruled.Undecided(
                AccessStep.Endpoints,
                client,
                $"no manifest has the workload that {service.Host} is in front of",
                set.Because
            );
            return context.Asked == service.Host ? context.Requests.AtWhomItIsFor(undecided) : undecided;
        }

        if (set.Endpoints.Count == 0)
        {
            ruled.Ends($"nobody is behind {service.Host}");
            return ruled.Unreachable(
                AccessStep.Endpoints,
                client,
                set.Dropped.Count > 0 ? string.Join("; ", set.Dropped) : $"no workload that {client} knows is behind {service.Host}",
                set.Because
            );
        }

        var sent = ruled.Took(
            AccessStep.Endpoints,
            client,
            $"{service.Host} has {set.Endpoints.Count} endpoint{(set.Endpoints.Count == 1 ? "" : "s")}",
            set.Because
        ) with
        {
            Hops = context.Hops + 1,
            SourceAddress = workload.PodAddress,
        };
        return context.Requests.Join([
            .. set.Endpoints.Select(endpoint => ToEndpoint(client, sent, new(service, port, subset, policy), endpoint)),
        ]);
    }

    // Source: https://github.com/istio/istio/blob/1.31.0-rc.0/pilot/pkg/xds/endpoints/endpoint_builder.go, findServiceWaypoint.
    private static string? ThroughWaypoint(Client client, MeshService service)
    {
        if (!service.IsKubernetes || service.IsHeadless)
        {
            return null;
        }

        var waypoints = client.ControlPlane.Waypoints;
        var binding = waypoints.TakesIngress(service) ? waypoints.Of(service) : WaypointBinding.None;
        return binding.Waypoint?.ToString() ?? binding.Unknown;
    }

    private static (string Name, Verdict Verdict) ToEndpoint(Client client, RequestContext context, Destination to, Endpoint endpoint) =>
        endpoint switch
        {
            // The proxies let it through; the application may take off both.
            Endpoint.Direct { Workload: { IsGateway: false } server } when IsTwice(context, to) => (
                server.Name,
                context.Undecided(
                    AccessStep.MutualTls,
                    client,
                    $"the client's own TLS comes inside of the TLS that {client} adds, and whether {server} takes off both nothing says",
                    to.Policy.Because($"tls mode is {to.Policy.TlsMode}")
                )
            ),
            Endpoint.Outside outside when IsTwice(context, to) => (outside.Host, Twice(client, context, to)),
            Endpoint.Direct direct => (direct.Workload.Name, ToWorkload(client, context, to, direct)),
            Endpoint.Network network => ($"the gateway of {network.Gateway.Cluster}", ToNetwork(client, context, to, network)),
            Endpoint.Listed listed => (listed.At.Address, ToAddress(client, context, to, listed)),
            Endpoint.Outside outside => (outside.Host, ToHost(client, context, to, outside.Host)),
            Endpoint.Unknown unknown => (
                "an endpoint",
                context.Undecided(AccessStep.Endpoints, client, unknown.Why, unknown.Because ?? to.Service.Because(unknown.Why))
            ),
            _ => throw new InvalidOperationException($"There is no endpoint {endpoint.GetType().Name}."),
        };

    private static Verdict Unnamed(Client client, RequestContext context, Destination to, Endpoint.Direct direct) =>
        context.Unreachable(
            AccessStep.Endpoints,
            client,
            $"{to.Service.Host} is headless, so that {direct.Workload} is called at port {direct.Port}, "
                + "and nothing says that it listens there",
            to.Service.Because($"its port {to.Port} has another targetPort, which Services with an address alone go by")
        );

    // The client's own TLS inside of the TLS that its proxy adds; a gateway may take the outer one off and pass the inner one on.
    private static bool IsTwice(RequestContext context, Destination to) =>
        context.IsSealed && ClientTls.Originates(to.Policy) && to.Service.Port(to.Port)?.Protocol == ServiceProtocol.Kind.Tls;

    private static Verdict Twice(Client client, RequestContext context, Destination to) =>
        context.Unreachable(
            AccessStep.MutualTls,
            client,
            $"the client's own TLS comes inside of the TLS that {client} adds, and {to.Service.Host} takes off one",
            to.Policy.Because($"tls mode is {to.Policy.TlsMode}")
        );

    private static Verdict ToWorkload(Client client, RequestContext context, Destination to, Endpoint.Direct direct)
    {
        var (connection, why, because) = ClientTls.To(client, context, to, direct);
        if (connection is null)
        {
            context.Arrives(direct.Workload, direct.Port);
            return context.Undecided(AccessStep.MutualTls, client, why!, because);
        }

        var arrived = Inbound.Arrive(client.Snapshot, context, direct.Workload, direct.Port, connection);
        return direct.IsPortNamed
            ? arrived
            : context.Requests.Join([("a pod that listens there", arrived), ("one that does not", Unnamed(client, context, to, direct))]);
    }

    private static Verdict ToNetwork(Client client, RequestContext context, Destination to, Endpoint.Network network)
    {
        var mutual = ClientTls.MeansMutual(client, to);
        return mutual.Value switch
        {
            true => Mutually(),
            false => context.Requests.Past(
                context.Unreachable(
                    AccessStep.MutualTls,
                    client,
                    $"{network.Gateway.Cluster} is reached with mTLS alone, and the proxy uses none",
                    [.. client.ControlPlane.Policies.OfNamespace(to.Service.Namespace).Because]
                ),
                Mutually
            ),
            _ => context.Undecided(AccessStep.MutualTls, client, mutual.Why!, to.Service.Because(mutual.Why!)),
        };

        Verdict Mutually() =>
            GatewayPods.Send(client.Snapshot, context, network.Gateway, network.Port, ClientTls.Mutual(client, to, isRegistered: true));
    }

    private static Verdict ToHost(Client client, RequestContext context, Destination to, string host)
    {
        context.Leaves(host, to.Service.Port(to.Port)?.Target.Number ?? to.Port);
        return to.Policy.TlsMode == "ISTIO_MUTUAL"
                ? context.Undecided(
                    AccessStep.MutualTls,
                    client,
                    $"tls mode ISTIO_MUTUAL is for the mesh, and nothing says what {host} is",
                    to.Policy.Because("tls mode is ISTIO_MUTUAL")
                )
            : to.Service.IsExternal || to.Service.IsKubernetes
                ? context.Allowed(
                    AccessStep.Endpoints,
                    client,
                    $"{host} is outside of the mesh",
                    to.Service.Because($"its resolution is {to.Service.Resolution}")
                )
            : context.Undecided(
                AccessStep.Endpoints,
                client,
                $"{host} is in the mesh, and nothing says what is there",
                to.Service.Because("its location is MESH_INTERNAL, and it names no endpoints")
            );
    }

    private static Verdict ToAddress(Client client, RequestContext context, Destination to, Endpoint.Listed listed)
    {
        if (client.Snapshot.Addresses.PodAt(listed.At.Address) is { IsAmbient: true } captured)
        {
            return context.Undecided(
                AccessStep.MutualTls,
                client,
                $"{listed.At.Address} is a pod in ambient mode, and how proxies call it as the endpoint of another host is not evaluated",
                captured.Because(captured.SidecarReason)
            );
        }

        var (connection, why, because) = ClientTls.ToAddress(client, context, to, listed.At);
        if (connection is null)
        {
            context.Leaves(listed.At.Address, listed.Port);
            return context.Undecided(AccessStep.MutualTls, client, why!, because);
        }

        var book = client.Snapshot.Addresses;
        if (book.HiddenBehind(listed.At.Address) is { } hidden)
        {
            return context.Undecided(AccessStep.Endpoints, client, hidden);
        }

        if (book.ServiceAt(listed.At.Address) is { } gateway)
        {
            return GatewayPods.Send(client.Snapshot, context, gateway, listed.Port, connection);
        }

        if (book.PodAt(listed.At.Address) is { } pod)
        {
            return Inbound.Arrive(client.Snapshot, context, pod, listed.Port, connection);
        }

        if (book.ServiceIn(client.Workload, listed.At.Address) is { ExternalName: null } service)
        {
            return ServicePods.Send(client.Snapshot, client, context, service, listed.Port, connection);
        }

        if (book.Hidden is { } unreadable)
        {
            return context.Undecided(AccessStep.Endpoints, client, unreadable);
        }

        context.Leaves(listed.At.Address, listed.Port);
        var cause = to.Service.Because($"its endpoint is {listed.At.Address}");
        return to.Service.IsExternal && connection.Security != ConnectionSecurity.IstioMutual
            ? context.Allowed(AccessStep.Endpoints, client, $"{listed.At.Address} is outside of the mesh", cause)
            : context.Undecided(AccessStep.Endpoints, client, $"no object says what is at {listed.At.Address}", cause);
    }
}
