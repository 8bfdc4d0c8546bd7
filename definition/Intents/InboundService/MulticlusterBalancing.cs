using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>Which of the clusters of a service answer a call, and which take over.</summary>
/// <remarks>
/// Istio orders endpoints by labels, and then by region; it leaves those of one order for the next only where outlier detection takes
/// failing ones out. Endpoints that are found in the DNS it orders by labels since 1.30, where they are of one locality (so that none is
/// given here), and never within a subset. Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/loadbalancer/
/// loadbalancer.go, and dnsWrappedLocalityLbEndpoints in cluster.go beside it.
/// </remarks>
internal static class MulticlusterBalancing
{
    /// <summary>The label by which a version of an import is that of one cluster.</summary>
    public const string PlaceLabel = "meshstack/cluster";

    // Each further key is one that fewer clusters have: the more of them an endpoint has, the earlier it is called.
    private const string OrderLabel = "meshstack/before-";

    private const string HasIt = "true";

    /// <summary>The label by which istiod says in which cluster an endpoint is that proxies find by themselves.</summary>
    public const string FoundLabel = "topology.istio.io/cluster";

    private const int All = 100;

    /// <summary>What takes failing instances out of the pool: without it no other cluster takes over.</summary>
    public static OutlierDetection Detection(OutlierDetection? given) =>
        (given ?? new OutlierDetection { Consecutive5xxErrors = 5, BaseEjectionTime = "30s" }) with
        {
            MaxEjectionPercent = given?.MaxEjectionPercent ?? All,
        };

    /// <summary>What takes failing instances out of a version; null where it is what the service says.</summary>
    /// <remarks>A cluster is behind its gateway, which is all that proxies of other networks see of it: to take that out would end all
    /// calls that a route leads there. A subset has what the service has unless it says otherwise.</remarks>
    public static OutlierDetection? Detection(InboundServiceIntent service, RouteSubsetSettings version) =>
        version.OutlierDetection is { } own ? Detection(own)
        : version.Cluster is not null && service.Places.DistinctBy(place => place.ControlPlane.Cluster.Network).Skip(1).Any()
            ? new() { Consecutive5xxErrors = 0, ConsecutiveGatewayErrors = 0 }
        : null;

    /// <summary>How calls spread over the endpoints of an import.</summary>
    /// <param name="service">The service.</param>
    /// <param name="client">The cluster of the callers.</param>
    public static LoadBalancerSettings? OfImport(InboundServiceIntent service, ControlPlaneModel client)
    {
        if (service.Distribute.Count > 0)
        {
            // By the least requests, weights are met only where every call takes as long as the others.
            return service.LoadBalancing ?? LoadBalancerSettings.Simple(LoadBalancerAlgorithm.RoundRobin);
        }

        var last = Order(service, client.Cluster).Values.Max();
        return last == 0
            ? service.LoadBalancing
            : (service.LoadBalancing ?? new()) with
            {
                LocalityLbSetting = new()
                {
                    FailoverPriority = [.. Enumerable.Range(1, last).Select(i => FormattableString.Invariant($"{OrderLabel}{i}={HasIt}"))],
                },
            };
    }

    /// <summary>The labels of a cluster's endpoint in an import.</summary>
    public static IReadOnlyDictionary<string, string> Labels(InboundServiceIntent service, ControlPlaneModel client, ClusterIdentity place)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal) { [PlaceLabel] = place.Name };
        if (service.Distribute.Count == 0)
        {
            var order = Order(service, client.Cluster);
            for (var i = 1; i <= order.Values.Max() - order[place.Name]; i++)
            {
                labels[FormattableString.Invariant($"{OrderLabel}{i}")] = HasIt;
            }
        }

        return labels;
    }

    /// <summary>How calls spread over the instances that proxies find by themselves.</summary>
    /// <param name="service">The service.</param>
    /// <param name="clients">The clusters of the proxies.</param>
    public static LoadBalancerSettings Found(InboundServiceIntent service, IEnumerable<ControlPlaneModel> clients) =>
        (service.LoadBalancing ?? new()) with
        {
            LocalityLbSetting = service.Distribute is { Count: > 0 } shares
                ? new() { Distribute = [new() { From = "*", To = Regions(service, shares) }] }
                : new()
                {
                    FailoverPriority = [FoundLabel],
                    Failover = [.. clients.Select(c => Next(service, c.Cluster)).OfType<LocalityFailover>().Distinct()],
                },
        };

    /// <summary>The place of each cluster in the order in which callers of one ask them, from 0; equal ones share calls.</summary>
    public static IReadOnlyDictionary<string, int> Order(InboundServiceIntent service, ClusterIdentity client)
    {
        int Wanted(ClusterIdentity place) =>
            place.Name == client.Name ? -1
            : service.Failover.Count == 0 ? (place.Region is { } region && region == client.Region ? 0 : 1)
            : service.Failover.TakeWhile(name => name != place.Name).Count();
        var wanted = Clusters(service).ToDictionary(place => place.Key, place => Wanted(place.Value), StringComparer.Ordinal);
        int[] steps = [.. wanted.Values.Distinct().Order()];
        return wanted.ToDictionary(place => place.Key, place => Array.IndexOf(steps, place.Value), StringComparer.Ordinal);
    }

    /// <summary>Whether Istio can ask the clusters in that order where it knows them by their regions: after the caller's own cluster those
    /// of its region, then those of one other, then the rest.</summary>
    public static bool IsByRegion(InboundServiceIntent service, ClusterIdentity client)
    {
        var order = Order(service, client);
        var next = Next(service, client)?.To;
        var others = Clusters(service).Values.Where(place => place.Name != client.Name).ToList();
        return others.TrueForAll(place => place.Region is not null)
            && others.TrueForAll(one =>
                others.TrueForAll(other => Math.Sign(order[one.Name] - order[other.Name]) == Math.Sign(Step(one) - Step(other)))
            );

        int Step(ClusterIdentity place) =>
            place.Region == client.Region ? 0
            : place.Region == next ? 1
            : 2;
    }

    // The first that takes over from another region.
    private static LocalityFailover? Next(InboundServiceIntent service, ClusterIdentity client)
    {
        var places = Clusters(service);
        return
            client.Region is { } from
            && service.Failover.Select(places.GetValueOrDefault).FirstOrDefault(place => place?.Region is not null && place.Region != from)
                is { Region: { } to }
            ? new() { From = from, To = to }
            : null;
    }

    private static SortedDictionary<string, int> Regions(InboundServiceIntent service, IReadOnlyList<ClusterShareSettings> shares)
    {
        var places = Clusters(service);
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var share in shares)
        {
            found[$"{places.GetValueOrDefault(share.Cluster)?.Region}/*"] = share.Weight;
        }

        return found;
    }

    private static Dictionary<string, ClusterIdentity> Clusters(InboundServiceIntent service) =>
        service.Places.Select(place => place.ControlPlane.Cluster).ToDictionary(cluster => cluster.Name, StringComparer.Ordinal);
}
