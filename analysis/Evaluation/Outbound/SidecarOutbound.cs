using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;
using MeshStack.Manifests;

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

        var (resolved, name, stop) = NameResolution.Resolve(client, context, request.Host, request.Port);
        if (stop is not null)
        {
            return stop;
        }

        if (client.Registry.Find(name, client.Workload.Namespace).Unreadable is { } unreadable)
        {
            return resolved.Undecided(AccessStep.Visibility, client, unreadable);
        }

        if (rules.Extensions.FirstOrDefault(extension => extension.IsOutbound) is { } changed)
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

    // Another name counts where the port's listener reads requests, and where that name's service has the port.
    private static bool IsReadOn(Client client, string host, string connected, int port) =>
        host == connected
        || (Known(client, connected)?.Port(port)?.Protocol is null or ServiceProtocol.Kind.Http or ServiceProtocol.Kind.Detected);

    private static MeshService? Known(Client client, string host) =>
        client.Registry.Find(host, client.Workload.Namespace) is var lookup ? lookup.Service ?? lookup.Hidden : null;

    private static Verdict ToHost(Client client, RequestContext context, string host, string connected, int port)
    {
        var scope = client.Rules.Scope;
        var lookup = client.Registry.Find(host, client.Workload.Namespace);
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
            if (service.Port(port) is { } found)
            {
                var seen = context.Took(
                    AccessStep.Visibility,
                    client,
                    $"{client.Workload.Namespace} sees {host}",
                    [service.Because("it is exported to the namespace"), .. scope.Because("it imports the host")]
                );
                return ToService(client, seen, service, found);
            }

            // An address that is there for the listed ports alone has nothing on others; a host's own address may.
            if (HasAddressOfItsOwn(client, service) && host == connected && RoutedAlone(client, context, host, port) is (false, null))
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
        if (HiddenVirtualService(client, alias.Host) is { } hidden)
        {
            return context.Undecided(AccessStep.Route, client, hidden);
        }

        if (SeenVirtualServices(client, alias.Host, port) is [var config, ..])
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
            : OutsideTheRegistry(client, named, external, connected, port, null, false);
    }

    private static Verdict ToService(Client client, RequestContext context, MeshService service, ServicePort port)
    {
        if (port.Protocol == ServiceProtocol.Kind.Udp)
        {
            return context.Unreachable(
                AccessStep.Visibility,
                client,
                $"port {port.Number} of {service.Host} is UDP",
                service.Because("the port is UDP")
            );
        }

        if (port.Protocol == ServiceProtocol.Kind.Http && context.Readable is null)
        {
            return context.Unreachable(
                AccessStep.Route,
                client,
                $"port {port.Number} of {service.Host} speaks HTTP, and the client does not",
                service.Because($"port {port.Number} is {port.Name}")
            );
        }

        if ((client.ControlPlane.MeshRoutes.Unreadable ?? HiddenVirtualService(client, service.Host)) is { } hidden)
        {
            return context.Undecided(AccessStep.Route, client, hidden);
        }

        if (client.ControlPlane.MeshRoutes.For(service.Host, port.Number, client.Workload.Namespace) is { } attached)
        {
            return context.Undecided(
                AccessStep.Route,
                client,
                $"{attached.Reference} of the Gateway API routes {service.Host}, which is not evaluated",
                Cause.From(attached, "it is attached to the service")
            );
        }

        var origin = new RouteOrigin(IstioNames.MeshGateway, port.Number, client.Workload.Namespace, BuiltInLabels.Of(client.Workload));
        var configs = SeenVirtualServices(client, service.Host, port.Number);
        var isHttp = port.Protocol is ServiceProtocol.Kind.Http or ServiceProtocol.Kind.Detected && context.Readable is not null;
        if (!VirtualServiceIndex.IsOrdered(configs, client.Workload.Namespace, isFirstAlone: isHttp))
        {
            return context.Undecided(
                AccessStep.Route,
                client,
                $"several VirtualServices route {service.Host}, and nothing says which is the oldest",
                [.. configs.Select(config => Cause.From(config.Manifest, "it may be the one that applies"))]
            );
        }

        if (isHttp)
        {
            var (read, stop) = context.Requests.Read(
                context,
                AccessStep.Route,
                client,
                client.ControlPlane.Mesh,
                new(IsGateway: false, IsTls: false, HasPeerCertificate: false, client.ControlPlane.Mesh.ChangesProxyHeaders)
            );
            if (stop is not null)
            {
                return stop;
            }

            context = read;
        }

        return configs.Count == 0
                ? Forwarding.Send(
                    client,
                    context.Took(AccessStep.Route, client, "no VirtualService changes the route"),
                    service,
                    port.Number,
                    null
                )
            : isHttp
                ? HttpRouting.Follow(
                    client,
                    context,
                    client.ControlPlane.VirtualServices.RoutesOf(configs[0]),
                    origin,
                    () => Forwarding.Send(client, context, service, port.Number, null)
                )
            : StreamRouting.FromSidecar(client, context, configs, origin, service, port);
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
            var configs = SeenVirtualServices(client, host, port);
            var origin = new RouteOrigin(IstioNames.MeshGateway, port, client.Workload.Namespace, BuiltInLabels.Of(client.Workload));
            return HttpRouting.Follow(
                client,
                context,
                client.ControlPlane.VirtualServices.RoutesOf(configs[0]),
                origin,
                () => OutsideTheRegistry(client, context, host, connected, port, null, false)
            );
        }

        return OutsideTheRegistry(client, context, host, connected, port, hidden, isImportMissing);
    }

    private static Verdict OutsideTheRegistry(
        Client client,
        RequestContext context,
        string host,
        string connected,
        int port,
        MeshService? hidden,
        bool isImportMissing
    )
    {
        var scope = client.Rules.Scope;
        Cause[] why =
        [
            .. isImportMissing && hidden?.Port(port) is null && hidden is not null && scope.Sees(hidden, port)
                ? [hidden.Because($"it has no port {port}")]
            : isImportMissing ? scope.Because($"it does not import {host}")
            : [],
            .. hidden is not null && !isImportMissing
                ? [hidden.Because($"it is not exported to {client.Workload.Namespace}")]
                : Array.Empty<Cause>(),
        ];
        if (scope.HiddenOutboundTrafficPolicy is { } unreadable)
        {
            return context.Undecided(AccessStep.Visibility, client, unreadable);
        }

        if (scope.OutboundTrafficPolicy != "ALLOW_ANY")
        {
            var policy =
                scope.Sidecar is not null && scope.Sidecar.Spec["outboundTrafficPolicy"].Exists
                    ? Cause.From(scope.Sidecar, $"outboundTrafficPolicy is {scope.OutboundTrafficPolicy}")
                    : Cause.Mesh(client.ControlPlane.Name, $"outboundTrafficPolicy is {scope.OutboundTrafficPolicy}");
            return scope.OutboundTrafficPolicy == "REGISTRY_ONLY"
                ? context.Unreachable(
                    AccessStep.Visibility,
                    client,
                    $"{client} does not see {host}, and may go nowhere else",
                    [.. why, policy]
                )
                : context.Undecided(
                    AccessStep.Visibility,
                    client,
                    $"outboundTrafficPolicy {scope.OutboundTrafficPolicy} is not known",
                    policy
                );
        }

        var passed = context.Took(
            AccessStep.Visibility,
            client,
            $"{client} does not see {host}, and passes it through{(connected == host ? "" : $" to {connected}")}",
            [.. why, Cause.Mesh(client.ControlPlane.Name, "outboundTrafficPolicy is ALLOW_ANY")]
        );
        var onward = connected == host ? hidden : Known(client, connected);
        if (client.Snapshot.Cluster(client.Workload.Cluster).Services.TryGetValue(connected, out var service))
        {
            return SidecarlessClient.ToService(client, passed, service, port);
        }

        if (client.Snapshot.Addresses.PodsNamed(connected) is { Count: > 0 } pods)
        {
            return passed.Requests.Join([.. pods.Select(one => (one.Name, ToPod(client, passed, one, connected, port)))]);
        }

        if (client.Snapshot.Addresses.PodAt(connected) is { } pod)
        {
            return ToPod(client, passed, pod, connected, port);
        }

        return onward is { IsKubernetes: true, ExternalName: null } or { IsExternal: false, IsKubernetes: false }
            ? passed.Undecided(AccessStep.Endpoints, client, $"nothing says where {connected} leads without the mesh", why)
            : passed.Allowed(
                AccessStep.Visibility,
                client,
                $"{connected} is outside of the mesh, and sidecars may go anywhere",
                Cause.Mesh(client.ControlPlane.Name, "outboundTrafficPolicy is ALLOW_ANY")
            );
    }

    private static Verdict ToPod(Client client, RequestContext context, Workload pod, string connected, int port) =>
        client.Snapshot.Cluster(pod.Cluster).ServicesOf(pod).FirstOrDefault(one => one.IsHeadless) is { } headless
            ? context.Undecided(
                AccessStep.Endpoints,
                client,
                $"{connected} is a pod's own address, which {headless.Host} tells sidecars about",
                headless.Because("it is headless")
            )
            : SidecarlessClient.ToPod(client, context, pod, port);

    /// <summary>
    /// Whether a VirtualService routes a host that is no service of the port: on port 80 it does, where the sidecar listens there.
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

        if (HiddenVirtualService(client, host) is { } hidden)
        {
            return (false, hidden);
        }

        var scope = client.Rules.Scope;
        return SeenVirtualServices(client, host, port).Count == 0 ? (false, null)
            : scope.HasListener(port) ? (true, null)
            : client.Registry.HasHttp(port, client.Workload.Namespace, service => scope.Sees(service, port));
    }

    /// <summary>Whether the name of a service means an address that was made for it: a cluster IP, or one that istiod gives it.</summary>
    /// <remarks>Source: https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/#address-auto-allocation.</remarks>
    private static bool HasAddressOfItsOwn(Client client, MeshService service) =>
        service.IsKubernetes
        || (
            service is { ClusterAddress: null, IsWildcard: false, Resolution: not "NONE" }
            && (client.Workload.DnsCapture ?? client.ControlPlane.Mesh.DnsCapture) == true
        );

    private static Unreadable? HiddenVirtualService(Client client, string host) =>
        client.ControlPlane.VirtualServices.HiddenForSidecar(host, client.Workload.Namespace);

    private static IReadOnlyList<VirtualServiceConfig> SeenVirtualServices(Client client, string host, int port) =>
        client.ControlPlane.VirtualServices.ForSidecar(
            host,
            client.Workload.Namespace,
            config =>
                Visibility.Reaches(config.ExportTo, config.Namespace, client.Workload.Namespace) && client.Rules.Scope.Sees(config, port)
        );
}
