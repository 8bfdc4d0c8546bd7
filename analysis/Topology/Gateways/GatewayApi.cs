using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Topology.Gateways;

/// <summary>The Gateways of the Gateway API that istiod serves, and the routes attached to them.</summary>
/// <remarks>Source: https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/.</remarks>
internal sealed class GatewayApi(ClusterObjects objects)
{
    public IEnumerable<IngressEntryPoint> EntryPoints() =>
        from gateway in Served()
        from route in GatewayApiKinds.RoutesOf(objects)
        from parent in route.Spec["parentRefs"].Items
        where
            (parent["group"].Text ?? GatewayApiKinds.Group) == GatewayApiKinds.Group
            && (parent["kind"].Text ?? "Gateway") == "Gateway"
            && parent["name"].Text == gateway.Name
            && (parent["namespace"].Text ?? NamespaceOf(route)) == NamespaceOf(gateway)
        from listener in gateway.Spec["listeners"].Items
        where
            (parent["sectionName"].Text is not { Length: > 0 } section || section == listener["name"].Text)
            && listener["port"].Port() is { } port
            && (parent["port"].Port() ?? port) == port
            && Admits(listener, gateway, route)
        from host in HostsOf(listener, route)
        select new IngressEntryPoint(
            gateway,
            route,
            NameOf(gateway),
            host,
            listener["port"].Port()!.Value,
            ProtocolOf(listener),
            BackendsOf(route)
        );

    public IReadOnlySet<string> GeneratedHosts() =>
        Served()
            .Where(gateway => gateway.Spec["addresses"].Items.Count == 0)
            .Select(gateway => ServiceDns.HostOf(NameOf(gateway), NamespaceOf(gateway)))
            .ToHashSet(StringComparer.Ordinal);

    // Waypoints and gateways between ambient networks take nothing from outside.
    private IEnumerable<Manifest> Served() =>
        objects
            .Of($"{GatewayApiKinds.Group}/Gateway")
            .Where(gateway =>
                gateway.Spec["gatewayClassName"].Text is "istio" or "istio-remote"
                || objects
                    .Of($"{GatewayApiKinds.Group}/GatewayClass")
                    .Any(one =>
                        one.Name == gateway.Spec["gatewayClassName"].Text
                        && one.Spec["controllerName"].Text?.StartsWith("istio.io/gateway-controller", StringComparison.Ordinal) == true
                    )
            );

    private static bool Admits(Field listener, Manifest gateway, Manifest route) =>
        (listener["allowedRoutes"]["namespaces"]["from"].Text ?? "Same") switch
        {
            "Same" => NamespaceOf(gateway) == NamespaceOf(route),
            "None" => false,
            _ => true,
        };

    private static IEnumerable<string> HostsOf(Field listener, Manifest route)
    {
        var opened = listener["hostname"].Text is { Length: > 0 } name ? name.ToLowerInvariant() : "*";
        var given = route.Spec["hostnames"].Texts();
        return (given.Count == 0 ? ["*"] : given.Select(host => host.ToLowerInvariant()))
            .Where(host => HostMatch.Overlap(host, opened))
            .Select(host => HostMatch.IsSubset(host, opened) ? host : opened);
    }

    private static RequestProtocol ProtocolOf(Field listener) =>
        listener["protocol"].Text switch
        {
            "HTTPS" or "TLS" => RequestProtocol.Https,
            "TCP" => RequestProtocol.Tcp,
            _ => RequestProtocol.Http,
        };

    private static IReadOnlyList<AccessTarget> BackendsOf(Manifest route) =>
        [
            .. (
                from rule in route.Spec["rules"].Items
                from backend in rule["backendRefs"].Items
                where backend["kind"].Text is null or "Service" && backend["name"].HasContent && backend["port"].Port() is not null
                select new AccessTarget(
                    route.Cluster,
                    backend["namespace"].Text ?? NamespaceOf(route),
                    backend["name"].Text!,
                    backend["port"].Port()!.Value
                )
            ).Distinct(),
        ];

    // What istiod deploys is named after the Gateway and its class; an address names what is there already.
    private static string NameOf(Manifest gateway) =>
        gateway.Spec["addresses"].Items is [var first, ..] && first["value"].Text is { Length: > 0 } address
            ? address.Split('.')[0]
            : $"{gateway.Name}-{gateway.Spec["gatewayClassName"].Text}";

    private static string NamespaceOf(Manifest manifest) => manifest.Namespace ?? "default";
}
