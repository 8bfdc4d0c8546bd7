using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>A request that leaves a workload through its sidecar.</summary>
internal static class SidecarOutbound
{
    public static Verdict Send(Client client, RequestContext context, Request request) =>
        Interception.Leaving(client, context, request) ?? Taken(client, context, request);

    private static Verdict Taken(Client client, RequestContext context, Request request)
    {
        var rules = client.Rules;
        if (rules.Scope.HiddenOutbound is { } hidden)
        {
            return context.Undecided(AccessStep.Visibility, client, hidden);
        }

        if (rules.Scope.IsAmbiguous)
        {
            return context.Undecided(
                AccessStep.Visibility,
                client,
                "nothing says which of several Sidecars is the oldest",
                rules.Scope.Because("it may be the one that applies")
            );
        }

        return NameResolution
            .Resolve(client, context, request.Host, request.Port)
            .Then(client, (resolved, name) => Resolved(client, resolved, request, name));
    }

    private static Verdict Resolved(Client client, RequestContext resolved, Request request, string name)
    {
        if (client.Registry.Find(name, client.Workload.Namespace).Unreadable is { } unreadable)
        {
            return resolved.Undecided(AccessStep.Visibility, client, unreadable);
        }

        if (client.Rules.Extensions.FirstOrDefault(extension => extension.IsOutbound) is { } changed)
        {
            return resolved.Undecided(AccessStep.Route, client, changed.Reason, changed.Because);
        }

        var host = HostOf(client, resolved, request, name);
        return ToHost(client, resolved, IsReadOn(client, host, name, request.Port) ? host : name, name, request.Port);
    }

    // HTTP is routed by its authority, whatever address the client connected to.
    private static string HostOf(Client client, RequestContext context, Request request, string resolved)
    {
        if (context.Readable is not { } http || string.Equals(http.Host, request.Host, StringComparison.OrdinalIgnoreCase))
        {
            return resolved;
        }

        var names = ServiceNames.Searched(http.Host, client.Workload.Namespace);
        return names.FirstOrDefault(name =>
                client.Registry.Find(name, client.Workload.Namespace) is { Service: not null } or { Unreadable: not null }
            ) ?? names[^1];
    }

    // Another name counts where the port's listener is that of all services: one that tells protocols apart is its service's alone.
    // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/httproute.go, getVirtualHostsForSniffedServicePort.
    private static bool IsReadOn(Client client, string host, string connected, int port) =>
        host == connected
        || (
            Known(client, connected) is not { } service
            || PortOf(client, service, port) is not { } found
            || found.Protocol == ServiceProtocol.Kind.Http
            || (found.Protocol == ServiceProtocol.Kind.Detected && SharedListener.IsOn(client, service, found))
        );

    // A Sidecar's listener for the port says what comes on it, whatever the service says.
    private static ServicePort? PortOf(Client client, MeshService service, int port) =>
        service.Port(port) is { Protocol: not ServiceProtocol.Kind.Udp } found && client.Rules.Scope.ProtocolOn(port) is { } protocol
            ? found with
            {
                Protocol = protocol,
            }
            : service.Port(port);

    private static MeshService? Known(Client client, string host) =>
        client.Registry.Find(host, client.Workload.Namespace) is var lookup ? lookup.Service ?? lookup.Hidden : null;

    private static Verdict ToHost(Client client, RequestContext context, string host, string connected, int port)
    {
        var scope = client.Rules.Scope;
        var lookup = client.Registry.Find(host, client.Workload.Namespace, service => scope.Sees(service, port));
        if (lookup.Unreadable is { } unreadable)
        {
            return context.Undecided(AccessStep.Visibility, client, unreadable);
        }

        if (lookup.Ambiguity is { } ambiguity)
        {
            return context.Undecided(AccessStep.Visibility, client, ambiguity, lookup.Service!.Because("it may be the one that applies"));
        }

        if (lookup.Service is { ExternalName: { } external } alias && scope.Sees(alias, port))
        {
            return ToAlias(client, context, alias, external, host == connected ? external : connected, port);
        }

        if (lookup.Service is { } service && scope.Sees(service, port))
        {
            if (PortOf(client, service, port) is { } found)
            {
                var seen = context.Took(
                    AccessStep.Visibility,
                    client,
                    $"{client.Workload.Namespace} sees {host}",
                    [service.Because("it is exported to the namespace"), .. scope.Because("it imports the host")]
                );
                return SharedListener.IsNamedAlone(client, context, service, found)
                        ? Passthrough.ToService(
                            client,
                            seen,
                            service,
                            port,
                            $"the addresses of {host} are a range, in which its TLS is known by the server name {host} alone",
                            service.Because($"its address is {service.ClusterAddress}")
                        )
                    : SharedListener.IsOn(client, service, found)
                    || (found.Protocol == ServiceProtocol.Kind.Http && context.Readable is null)
                        ? ToListener(client, seen, service, found)
                    : SidecarRoutes.Send(client, seen, service, found);
            }

            var (shared, unknown) = SharedListener.Find(client, context, port);
            if (unknown is not null || shared is not null)
            {
                return unknown ?? ToShared(client, context, shared!, host, port);
            }

            // An address that is there for the listed ports alone has nothing on others; a host's own address may.
            if (
                ((service.IsKubernetes && !service.IsHeadless) || SharedListener.HasAutomaticAddress(client, service))
                && host == connected
                && RoutedAlone(client, context, host, port) is (false, null)
            )
            {
                return context.Unreachable(
                    AccessStep.Visibility,
                    client,
                    $"{host} has no port {port}",
                    service.Because($"its ports are {string.Join(", ", service.Ports.Select(one => one.Number))}")
                );
            }
        }

        return ToUnknown(client, context, host, connected, port, lookup.Service ?? lookup.Hidden, lookup.Service is not null);
    }

    // An ExternalName is another name of the service that it leads to, whatever its own ports; of no service, it is a host that the sidecar
    // does not know.
    private static Verdict ToAlias(Client client, RequestContext context, MeshService alias, string external, string connected, int port)
    {
        var because = alias.Because($"externalName is {external}");
        if (SidecarRoutes.Hiding(client, alias.Host) is { } hidden)
        {
            return context.Undecided(AccessStep.Route, client, hidden);
        }

        if (SidecarRoutes.Of(client, alias.Host, port) is [var config, ..])
        {
            return context.Undecided(
                AccessStep.Route,
                client,
                $"a VirtualService routes {alias.Host}, which is another name of {external}",
                Cause.From(config.Manifest, "it routes the name"),
                because
            );
        }

        var named = context.Took(AccessStep.Dns, client, $"{alias.Host} is {external}", because);
        var (behind, unreadable) = client.Registry.Behind(alias, client.Workload.Namespace);
        return unreadable is not null ? named.Undecided(AccessStep.Visibility, client, unreadable)
            : behind is not null ? ToHost(client, named, behind.Host, behind.Host, port)
            : Passthrough.ToUnknown(client, named, external, connected, port, null, false);
    }

    // A service without an address shares its listener, in which another one may come before it.
    private static Verdict ToListener(Client client, RequestContext context, MeshService service, ServicePort port)
    {
        var (taking, stop) = SharedListener.Find(client, context, port.Number);
        return stop
            ?? (
                taking == service ? SidecarRoutes.Send(client, context, service, port)
                : taking is not null ? ToShared(client, context, taking, service.Host, port.Number)
                : Passthrough.ToService(
                    client,
                    context,
                    service,
                    port.Number,
                    port.Protocol == ServiceProtocol.Kind.Http
                        ? $"port {port.Number} of {service.Host} speaks HTTP, and the client does not"
                        : $"no tls route takes the connection to {service.Host}",
                    service.Because($"port {port.Number} is {port.Name}")
                )
            );
    }

    private static Verdict ToShared(Client client, RequestContext context, MeshService service, string host, int port)
    {
        var taken = context.Took(
            AccessStep.Visibility,
            client,
            $"{service.Host} has no address, so that the sidecar takes all for it that is sent to port {port} of unknown addresses, "
                + $"{host} among them",
            service.Because($"it has port {port} and no address")
        );
        return PortOf(client, service, port) is { } found
            ? SidecarRoutes.Send(client, taken, service, found)
            : taken.Unreachable(
                AccessStep.Visibility,
                client,
                $"{service.Host} has no port {port}, though another entry of the host says so",
                service.Because($"its ports are {string.Join(", ", service.Ports.Select(one => one.Number))}")
            );
    }

    private static Verdict ToUnknown(
        Client client,
        RequestContext context,
        string host,
        string connected,
        int port,
        MeshService? hidden,
        bool isImportMissing
    )
    {
        var (isRouted, open) = RoutedAlone(client, context, host, port);
        if (open is not null)
        {
            return context.Undecided(AccessStep.Route, client, open);
        }

        if (isRouted)
        {
            var configs = SidecarRoutes.Of(client, host, port);
            return SidecarRoutes.Http(client, context, host, configs, SidecarRoutes.OriginOf(client, port), Unrouted);
        }

        var (service, stop) = SharedListener.Find(client, context, port);
        return stop
            ?? (
                service is null
                    ? Passthrough.ToUnknown(client, context, host, connected, port, hidden, isImportMissing)
                    : ToShared(client, context, service, host, port)
            );

        Verdict Unrouted() => Passthrough.ToUnknown(client, context, host, connected, port, null, false);
    }

    /// <summary>
    /// Whether a VirtualService routes a host that is no service of the port: on port 80 it does, where the sidecar listens there for HTTP.
    /// </summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/route/route.go, separateVSHostsAndServices.
    /// </remarks>
    private static (bool IsRouted, Unreadable? Open) RoutedAlone(Client client, RequestContext context, string host, int port)
    {
        if (port != VirtualServiceConfig.PortOfOtherHosts || context.Readable is null)
        {
            return (false, null);
        }

        if (SidecarRoutes.Hiding(client, host) is { } hidden)
        {
            return (false, hidden);
        }

        var scope = client.Rules.Scope;
        return SidecarRoutes.Of(client, host, port).Count == 0
            ? (false, null)
            : client.Registry.HasHttp(port, client.Workload.Namespace, service => scope.Sees(service, port), scope.ProtocolOn(port));
    }
}
