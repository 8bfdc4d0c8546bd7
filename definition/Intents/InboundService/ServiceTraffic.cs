using MeshStack.Definition.Istio;

namespace MeshStack.Definition.Intents;

/// <summary>How proxies call a service.</summary>
internal static class ServiceTraffic
{
    /// <summary>The policy of proxies that find the service by itself.</summary>
    /// <param name="service">The service.</param>
    /// <param name="isSameNetwork">Whether they see its instances. Through a gateway they see that only, and ejecting it would end all
    /// calls.</param>
    /// <param name="client">Their cluster; any by default.</param>
    public static TrafficPolicy Found(InboundServiceIntent service, bool isSameNetwork, ControlPlaneModel? client = null)
    {
        var isMulticluster = client is not null && service.IsMulticluster && service.IsFoundBy(client);
        var given = isMulticluster ? MulticlusterBalancing.Found(service, ConfiguredWith(service, client!)) : service.LoadBalancing;
        return new()
        {
            Tls = ClientTlsSettings.IstioMutual(),
            LoadBalancer = given is { } balancing ? Balanced(balancing) : null,
            ConnectionPool = service.ConnectionPool,
            OutlierDetection =
                isMulticluster && service.Places.Count > 1 ? MulticlusterBalancing.Detection(service.OutlierDetection)
                : isSameNetwork ? service.OutlierDetection
                : null,
        };
    }

    // The object holds for the proxies of every cluster that is configured in the same place.
    private static IEnumerable<ControlPlaneModel> ConfiguredWith(InboundServiceIntent service, ControlPlaneModel client) =>
        service
            .Places.Select(place => place.ControlPlane)
            .Where(other => other.ConfigCluster == client.ConfigCluster)
            .Prepend(client)
            .DistinctBy(one => one.Cluster.Name);

    /// <summary>The versions of a service for proxies that see its instances.</summary>
    /// <inheritdoc cref="Found"/>
    public static IReadOnlyList<Subset> Versions(InboundServiceIntent service, bool isSameNetwork) =>
        [
            .. from version in service.Route?.Subsets ?? []
            let labels = Labels(service, version)
            where labels.Count > 0
            select new Subset
            {
                Name = version.Name,
                Labels = labels,
                TrafficPolicy = OwnPolicy(service, version, isSameNetwork),
            },
        ];

    // In a cluster that imports the service from the others, its own instances are all that it finds.
    private static SortedDictionary<string, string> Labels(InboundServiceIntent service, RouteSubsetSettings version)
    {
        var labels = new SortedDictionary<string, string>(version.Labels.ToDictionary(), StringComparer.Ordinal);
        if (version.Cluster is { } cluster && service.IsFoundBy(service.ControlPlane))
        {
            labels[MulticlusterBalancing.FoundLabel] = cluster;
        }

        return labels;
    }

    // What a version does not say is the service's.
    private static TrafficPolicy? OwnPolicy(InboundServiceIntent service, RouteSubsetSettings version, bool isSameNetwork)
    {
        var own = Found(
            service with
            {
                LoadBalancing = version.LoadBalancing,
                OutlierDetection = version.OutlierDetection,
            },
            isSameNetwork,
            service.ControlPlane
        );
        var policy = new TrafficPolicy
        {
            LoadBalancer = version.LoadBalancing is null ? null : own.LoadBalancer,
            ConnectionPool = version.ConnectionPool,
            OutlierDetection =
                service.IsMulticluster ? MulticlusterBalancing.Detection(service, version)
                : version.OutlierDetection is null ? null
                : own.OutlierDetection,
        };
        return policy == new TrafficPolicy() ? null : policy;
    }

    // A source address that is not hashed is no key, and a cookie without a life would never be made.
    internal static LoadBalancerSettings Balanced(LoadBalancerSettings balancing) =>
        balancing.Hash is { } hash
            ? balancing with
            {
                Hash = hash with
                {
                    UseSourceIp = hash.UseSourceIp == true ? true : null,
                    Cookie = hash.Cookie is { } cookie ? cookie with { Ttl = cookie.Ttl ?? "0s" } : null,
                },
            }
            : balancing;
}
