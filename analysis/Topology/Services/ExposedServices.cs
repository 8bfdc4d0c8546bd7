using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>The Services of workloads that clients outside reach without a gateway: at a load balancer, at a node's port, at an external
/// address.</summary>
/// <remarks>Source: https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types.</remarks>
internal sealed class ExposedServices(ClusterSnapshot cluster)
{
    public IReadOnlyList<MeshService> All { get; } =
    [
        .. cluster
            .Services.Values.Where(service => WayOf(service) is not null && !IsGateway(cluster, service))
            .OrderBy(service => service.Host, StringComparer.Ordinal),
    ];

    /// <summary>What lets clients outside reach a Service, or null where nothing does.</summary>
    public static string? WayOf(MeshService service) =>
        service.Type is "LoadBalancer" or "NodePort" ? service.Type
        : service.HidesType ? "masked"
        : service is { ExternalName: null, HasExternalAddress: true } ? "externalIPs"
        : null;

    /// <summary>The Service that a client outside means with a name or an address, and the Service's port.</summary>
    public (MeshService Service, int Port)? Find(string host, int port)
    {
        var asked = host.ToLowerInvariant().TrimEnd('.');
        var found = All.FirstOrDefault(service => IsMeant(service, asked));
        var number = found?.Ports.FirstOrDefault(one => one.Number == port || one.NodePort == port)?.Number;
        return found is not null && number is { } known ? (found, known) : null;
    }

    /// <summary>True where a name or an address is known to be that of a Service, of whatever type.</summary>
    public bool Names(string host)
    {
        var asked = host.ToLowerInvariant().TrimEnd('.');
        return cluster.Services.ContainsKey(asked)
            || cluster.Services.ContainsKey($"{asked}.{ServiceDns.Domain}")
            || cluster.Services.ContainsKey($"{asked}.{ServiceDns.ClusterDomain}")
            || cluster.Services.Values.Any(service => service.ExternalAddresses.Contains(asked));
    }

    /// <summary>The Services that some address has at a port, of the Service or of every node.</summary>
    public IEnumerable<(MeshService Service, int Port)> OnPort(int port) =>
        from service in All
        from one in service.Ports
        where one.Number == port || one.NodePort == port
        select (service, one.Number);

    /// <summary>What hides a Service that may be meant with a name or an address.</summary>
    public Unreadable? Hiding(string host, int port)
    {
        var asked = host.ToLowerInvariant().TrimEnd('.');
        return All.Where(service =>
                service.Unreadable is not null
                    ? MayBe(service, asked)
                    : service.HiddenAddress is not null && service.Ports.Any(one => one.Number == port || one.NodePort == port)
            )
            .Select(service => service.Unreadable ?? service.HiddenAddress)
            .FirstOrDefault();
    }

    private static bool MayBe(MeshService service, string asked) => IsMeant(service, asked) || service.HiddenAddress is not null;

    private static bool IsMeant(MeshService service, string asked) =>
        service.Host == asked
        || service.Host == $"{asked}.{ServiceDns.Domain}"
        || service.Host == $"{asked}.{ServiceDns.ClusterDomain}"
        || service.ExternalAddresses.Contains(asked);

    private static bool IsGateway(ClusterSnapshot cluster, MeshService service) =>
        service.Selector is { } selector
        && cluster.Selected(service.Namespace, selector) is var pods
        && pods.Any()
        && pods.All(workload => workload.IsGateway);
}
