using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>The Gateway API's routes for callers in the mesh: those attached to a Service or a ServiceEntry.</summary>
/// <remarks>Source: https://gateway-api.sigs.k8s.io/mesh/, and pilot/pkg/config/kube/gateway of istio/istio.</remarks>
internal sealed class MeshRoutes
{
    private readonly ILookup<string, (Manifest Route, int? Port, string Space)> _byHost;

    public MeshRoutes(ClusterObjects objects, ClusterMasks masks)
    {
        Unreadable = masks.OfKinds([.. GatewayApiKinds.Routes.Select(kind => $"{GatewayApiKinds.Group}/{kind}")]);
        All =
        [
            .. from route in GatewayApiKinds.RoutesOf(objects)
            from parent in route.Spec["parentRefs"].Items
            let ns = parent["namespace"].Text ?? route.Namespace ?? "default"
            from host in HostsOf(objects, parent, ns)
            select (host, route, parent["port"].Port(), ns),
        ];
        _byHost = All.ToLookup(one => one.Host, one => (one.Route, one.Port, one.Space), StringComparer.Ordinal);
    }

    /// <summary>What hides the hosts of one of them.</summary>
    public Unreadable? Unreadable { get; }

    /// <summary>The routes, each with a host that it is attached to and that host's namespace.</summary>
    public IReadOnlyList<(string Host, Manifest Route, int? Port, string Space)> All { get; }

    /// <summary>A route that takes a namespace's requests to a host; one of another namespace than the host's is for its own callers
    /// alone.</summary>
    public Manifest? For(string host, int port, string client) =>
        _byHost[host]
            .Where(one =>
                (one.Port ?? port) == port && (one.Route.Namespace ?? "default") is var own && (own == one.Space || own == client)
            )
            .Select(one => one.Route)
            .FirstOrDefault();

    private static IEnumerable<string> HostsOf(ClusterObjects objects, Field parent, string ns) =>
        (parent["kind"].Text, parent["name"].Text) switch
        {
            ("Service", { Length: > 0 } name) => [ServiceDns.HostOf(name, ns)],
            ("Hostname", { Length: > 0 } name) => [name.ToLowerInvariant()],
            ("ServiceEntry", { Length: > 0 } name) => objects
                .Of("ServiceEntry", ns)
                .Where(entry => entry.Name == name)
                .SelectMany(entry => entry.Spec["hosts"].Texts())
                .Select(host => host.ToLowerInvariant()),
            _ => [],
        };
}
