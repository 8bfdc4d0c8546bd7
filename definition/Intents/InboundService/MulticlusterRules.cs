using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What a service in several clusters can and cannot be.</summary>
internal static class MulticlusterRules
{
    private const int Whole = 100;

    /// <summary>What is wrong whatever the clusters are.</summary>
    public static IEnumerable<ArgsProblem> OfItself(InboundServiceIntent settings)
    {
        var clusters = settings.ControlPlanes.Select(one => one.Cluster.Name).ToList();
        if (clusters.Count == 0 && settings.ControlPlane.Cluster.Name.Length == 0)
        {
            yield return new("cluster", "required: cluster where it is, or clusters, where it is in several");
        }

        // What is given beside the list stands for the first of it otherwise.
        var beside = clusters.Count > 0 && settings.ControlPlane != settings.ControlPlanes[0] ? settings.ControlPlane.Cluster.Name : null;
        foreach (var problem in CallerRules.Both("", "cluster", beside, clusters))
        {
            yield return problem;
        }

        if (clusters.Count == 0)
        {
            foreach (var key in Given(settings))
            {
                yield return new(key, "has no effect without clusters: the service is in one cluster only; remove it");
            }

            yield break;
        }

        if (!settings.Sidecar)
        {
            yield return new("clusters", "not with sidecar: false: give each cluster's service an InboundService of its own");
        }

        if (settings.Headless)
        {
            yield return new("clusters", "not with headless: instances are of one cluster; give each an InboundService of its own");
        }

        foreach (var problem in Host(settings).Concat(Order(settings, clusters)).Concat(Shares(settings, clusters)))
        {
            yield return problem;
        }
    }

    /// <summary>What does not go with its clusters.</summary>
    public static IEnumerable<ArgsProblem> InClusters(InboundServiceIntent settings)
    {
        var places = settings.Places.Select(place => place.ControlPlane).ToList();
        var found = places.Where(settings.IsFoundBy).ToList();
        if (found.Count < places.Count && places.FirstOrDefault(place => place.ConfigHolder is not null) is { } configured)
        {
            yield return new(
                "clusters",
                $"{string.Join(", ", places.Except(found).Select(p => p.Cluster.Name))} does not find the services of "
                    + $"{configured.Cluster.Name}, whose configuration stands in {configured.ConfigCluster}: leave one of them out"
            );
            yield break;
        }

        if (settings.MeshHost is not null && !places.Exists(place => place.IsImported))
        {
            yield return ArgsProblem.Warning(
                "meshHost",
                "has no effect: the clusters find the service by its own name, which is its name for all callers; remove it"
            );
        }

        if (found.Count < places.Count)
        {
            yield break;
        }

        var unplaced = string.Join(", ", places.Where(place => place.Cluster.Region is null).Select(place => place.Cluster.Name));
        if (settings.Failover.Count > 0 && !places.TrueForAll(place => MulticlusterBalancing.IsByRegion(settings, place.Cluster)))
        {
            yield return new(
                "failover",
                "cannot be had: where clusters find each other's services, Istio orders them by region, after the caller's own cluster "
                    + "those of its region, then those of one other, then the rest"
                    + (unplaced.Length > 0 ? $"; {unplaced} have no region (meshstack:clusters.NAME.region)" : "")
            );
        }

        if (settings.Distribute.Count > 0 && (unplaced.Length > 0 || places.DistinctBy(p => p.Cluster.Region).Count() < places.Count))
        {
            yield return new(
                "distribute",
                "cannot be had: where clusters find each other's services, Istio distributes calls by region, so that each of the clusters "
                    + "has to be in one of its own (meshstack:clusters.NAME.region); or use a ServiceRoute with a subset for each cluster"
            );
        }
    }

    private static IEnumerable<string> Given(InboundServiceIntent settings) =>
        new[]
        {
            ("meshHost", settings.MeshHost is not null),
            ("failover", settings.Failover.Count > 0),
            ("distribute", settings.Distribute.Count > 0),
        }
            .Where(key => key.Item2)
            .Select(key => key.Item1);

    private static IEnumerable<ArgsProblem> Host(InboundServiceIntent settings)
    {
        if (settings.MeshHost is not { } host)
        {
            yield break;
        }

        if (!KubernetesNames.IsSubdomain(host) || !host.Contains('.', StringComparison.Ordinal))
        {
            yield return new("meshHost", $"'{host}' is not a full host name, such as web.shop.mesh.internal");
        }
        else if (host.EndsWith("." + ServiceDns.ClusterDomain, StringComparison.Ordinal))
        {
            yield return new("meshHost", $"'{host}' is below {ServiceDns.ClusterDomain}, where every cluster keeps its own services");
        }
    }

    private static IEnumerable<ArgsProblem> Order(InboundServiceIntent settings, IReadOnlyCollection<string> clusters)
    {
        for (var i = 0; i < settings.Failover.Count; i++)
        {
            var name = settings.Failover[i];
            var path = FormattableString.Invariant($"failover[{i}]");
            if (!clusters.Contains(name))
            {
                yield return NotOne(path, name, clusters);
            }
            else if (settings.Failover.Take(i).Contains(name))
            {
                yield return new(path, $"'{name}' is named twice: remove it");
            }
        }

        if (settings is { Failover.Count: > 0, Distribute.Count: > 0 })
        {
            yield return new("failover", "not beside distribute: calls go everywhere already, and what fails is left out");
        }
    }

    private static IEnumerable<ArgsProblem> Shares(InboundServiceIntent settings, IReadOnlyCollection<string> clusters)
    {
        var shares = settings.Distribute;
        if (shares.Count == 0)
        {
            yield break;
        }

        for (var i = 0; i < shares.Count; i++)
        {
            var path = FormattableString.Invariant($"distribute[{i}].cluster");
            var name = shares[i].Cluster;
            if (!clusters.Contains(name))
            {
                yield return NotOne(path, name, clusters);
            }
            else if (shares.Take(i).Any(one => one.Cluster == name))
            {
                yield return new(path, $"'{name}' is named twice: add the shares up");
            }
        }

        if (shares.Sum(share => (long)share.Weight) is var sum && sum != Whole)
        {
            yield return new("distribute", FormattableString.Invariant($"the shares are {sum} together, and have to be 100"));
        }

        if (clusters.Except(shares.Select(share => share.Cluster), StringComparer.Ordinal).ToList() is { Count: > 0 } left)
        {
            yield return new(
                "distribute",
                $"nothing is for {string.Join(", ", left)}, which would get no call and not take over either: give a share, or leave the "
                    + "cluster out of clusters"
            );
        }
    }

    private static ArgsProblem NotOne(string path, string name, IReadOnlyCollection<string> clusters) =>
        new(path, $"'{name}' is not one of clusters{Spelling.Suggest(name, clusters)}");
}
