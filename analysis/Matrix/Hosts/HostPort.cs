using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>A name and a port that callers may ask for.</summary>
internal sealed record HostPort(string Host, int Port)
{
    /// <summary>The Service of a gateway that the caller connects to; null where it connects to the host.</summary>
    public MeshService? Gateway { get; init; }

    /// <summary>What the caller sends; null where the port says what it means to be understood by.</summary>
    public RequestProtocol? Protocol { get; init; }

    /// <summary>A port of the same pods that nothing speaks of, where nothing but policies speaks of this one.</summary>
    public int? Unlike { get; init; }

    /// <summary>True for pods' own addresses.</summary>
    public bool IsOfPods { get; init; }

    /// <summary>What stands for a port that masks hide.</summary>
    public const int HiddenPort = 0;

    /// <summary>What the workloads of a cluster may ask for: the services that its proxies may know, and hosts of VirtualServices
    /// alone.</summary>
    public static IReadOnlyList<HostPort> Of(ClusterSnapshot controlPlane, Registry registry)
    {
        var services = registry
            .Clusters.SelectMany(cluster => cluster.Services.Values.Where(service => !IsGateway(cluster, service)))
            .Concat(controlPlane.Entries.SelectMany(entries => entries))
            .Where(service => !service.IsWildcard);
        var known = services.SelectMany(service => PortsOf(service).Select(port => new HostPort(service.Host, port))).ToHashSet();
        known.UnionWith(Aliases(controlPlane, registry));
        var hosts = known.Select(asked => asked.Host).ToHashSet(StringComparer.Ordinal);

        // VirtualServices route their hosts on port 80, which a service of that name need not have.
        var routed = controlPlane
            .VirtualServices.MeshHosts.SelectMany(host => host.StartsWith('*') ? hosts.Where(one => HostMatch.IsSubset(one, host)) : [host])
            .Select(host => new HostPort(host, VirtualServiceConfig.PortOfOtherHosts));
        if ((controlPlane.Unreadable ?? controlPlane.Mesh.Unreadable ?? registry.Unreadable) is not null)
        {
            known.Add(new(MaskedText.Secret, HiddenPort));
        }

        return [.. known.Concat(routed).Distinct().OrderBy(asked => asked.Host, StringComparer.Ordinal).ThenBy(asked => asked.Port)];
    }

    private static IEnumerable<int> PortsOf(MeshService service)
    {
        var shown = service.Ports.Where(port => port.Protocol != ServiceProtocol.Kind.Udp).Select(port => port.Number);
        return service.HidesPorts ? shown.Append(HiddenPort) : shown;
    }

    // An ExternalName has the ports of the service that it is another name of.
    private static IEnumerable<HostPort> Aliases(ClusterSnapshot controlPlane, Registry registry) =>
        from cluster in registry.Clusters
        from alias in cluster.Services.Values
        where alias.ExternalName is not null
        from port in registry.Behind(alias, controlPlane.Mesh.RootNamespace).Service?.Ports ?? []
        where port.Protocol != ServiceProtocol.Kind.Udp
        select new HostPort(alias.Host, port.Number);

    // Who asks for a gateway by its own name means nothing behind it.
    private static bool IsGateway(ClusterSnapshot cluster, MeshService service) =>
        service is { Unreadable: null, Selector: { } selector }
        && cluster.Selected(service.Namespace, selector) is var pods
        && pods.Any()
        && pods.All(workload => workload.IsGateway);
}
