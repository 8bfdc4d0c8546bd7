using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>
/// The listener that a sidecar has on a port at every address: it is that of all services without an address, and takes what is sent to any
/// address that has no listener of its own.
/// </summary>
/// <remarks>
/// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/listener.go, buildSidecarOutboundListener and
/// mergeTCPFilterChains, and pilot/pkg/model/service.go, GetAddressForProxy.
/// </remarks>
internal static class SharedListener
{
    /// <summary>Whether the service's port has a filter chain there that HTTP does not take.</summary>
    public static bool IsOn(Client client, MeshService service, ServicePort port) =>
        !service.IsKubernetes
        && port.Protocol is not (ServiceProtocol.Kind.Http or ServiceProtocol.Kind.Udp)
        && (service.HiddenAddress is not null || (service.ClusterAddress is null && !HasAutomaticAddress(client, service)));

    /// <summary>Whether a connection to a range of addresses is not for the service, whose TLS is told from that of others by its name.
    /// </summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/tls.go, buildSidecarOutboundTLSFilterChainOpts.
    /// </remarks>
    public static bool IsNamedAlone(Client client, RequestContext context, MeshService service, ServicePort port) =>
        service is { IsKubernetes: false, HiddenAddress: null, ClusterAddress: { } address }
        && address.Contains('/', StringComparison.Ordinal)
        && IsTls(port)
        && !(context.IsSealed && string.Equals(context.Asked, service.Host, StringComparison.OrdinalIgnoreCase))
        && SidecarRoutes.HiddenTlsOf(client, service, port.Number) is null
        && SidecarRoutes.TlsNamesOf(client, service, port.Number).Count == 0;

    /// <summary>Whether istiod makes up an address for a service, which the sidecar's DNS tells.</summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/serviceentry/serviceentry.go, ShouldV2AutoAllocateIP.
    /// </remarks>
    public static bool HasAutomaticAddress(Client client, MeshService service) =>
        service is { IsKubernetes: false, ClusterAddress: null, IsWildcard: false, Resolution: not "NONE" }
        && (client.Workload.DnsCapture ?? client.ControlPlane.Mesh.DnsCapture) == true
        && !string.Equals(service.Labels.GetValueOrDefault(MeshService.AutomaticAddressLabel), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The service whose filter chain takes a connection there, or the verdict where that is not known; neither where none does.
    /// </summary>
    public static (MeshService? Service, Verdict? Stop) Find(Client client, RequestContext context, int port)
    {
        var (services, hidden) = On(client, port);
        if (hidden is not null)
        {
            return (null, context.Undecided(AccessStep.Visibility, client, hidden));
        }

        // Where requests of HTTP have routes on the port, the listener tells them from other bytes.
        if (services.Count > 0 && context.Readable is not null)
        {
            var (hasHttp, open) = client.Registry.HasHttp(
                port,
                client.Workload.Namespace,
                service => client.Rules.Scope.Sees(service, port),
                client.Rules.Scope.ProtocolOn(port)
            );
            if (open is not null)
            {
                return (null, context.Undecided(AccessStep.Visibility, client, open));
            }

            if (hasHttp || services.Any(service => service.Port(port)!.Protocol == ServiceProtocol.Kind.Detected))
            {
                return default;
            }
        }

        // Whose name is closest to that of the client's TLS, else the first that looks at no name.
        var named = context.IsSealed ? Named(client, services, port, context.Asked) : [];
        var taking = named.Length > 0 ? named : [.. services.Where(service => !IsTls(service, port))];
        return
            taking.Length > 1
            && taking.Any(service => service.Created is null)
            && taking.Select(service => service.Host).Distinct(StringComparer.Ordinal).Skip(1).Any()
            ? (
                null,
                context.Undecided(
                    AccessStep.Visibility,
                    client,
                    $"several services without an address have port {port}, and nothing says which is the oldest",
                    [.. taking.Select(service => service.Because("it may take the connection"))]
                )
            )
            : (Counting(client, taking), null);
    }

    // Each entry of a host has a filter chain, and what it leads to is known by that of them that counts.
    private static MeshService? Counting(Client client, MeshService[] taking) =>
        taking.Length == 0 ? null : client.Registry.Find(taking[0].Host, client.Workload.Namespace).Service;

    private static bool IsTls(MeshService service, int port) => IsTls(service.Port(port)!);

    private static bool IsTls(ServicePort port) => port.Protocol == ServiceProtocol.Kind.Tls;

    // A service's own name, or those of the routes for its TLS.
    private static MeshService[] Named(Client client, IReadOnlyList<MeshService> services, int port, string name) =>
        (
            from service in services
            where IsTls(service, port)
            let routed = SidecarRoutes.TlsNamesOf(client, service, port)
            from pattern in routed.Count > 0 ? routed : [service.Host]
            where HostMatch.IsSubset(name, pattern)
            group service by HostMatch.Distance(pattern) into closest
            orderby closest.Key
            select closest.Distinct().ToArray()
        ).FirstOrDefault() ?? [];

    // What is exported to the namespace by name comes before what all see, and the older before the younger.
    private static (IReadOnlyList<MeshService> Services, Unreadable? Hidden) On(Client client, int port)
    {
        var (ns, scope) = (client.Workload.Namespace, client.Rules.Scope);
        var candidates = client
            .Registry.Unaddressed(port)
            .Where(service => client.Registry.MayReach(service, ns) && scope.Sees(service, port))
            .ToArray();
        var unread = candidates.Select(service =>
            service.Unreadable
            ?? service.HiddenAddress
            ?? client.Registry.Find(service.Host, ns).Unreadable
            ?? (service.Port(port) is { } found && IsTls(found) ? SidecarRoutes.HiddenTlsOf(client, service, port) : null)
        );
        if (unread.FirstHidden() is { } hidden)
        {
            return ([], hidden);
        }

        return (
            [
                .. candidates
                    .Where(service =>
                        !HasAutomaticAddress(client, service)
                        && client.Registry.Find(service.Host, ns).Service is { IsKubernetes: false } chosen
                        && chosen.Namespace == service.Namespace
                    )
                    .OrderBy(client.Registry.IsPublic)
                    .ThenBy(service => service, AgeOrder.Instance),
            ],
            null
        );
    }
}
