using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What the versions of a service can and cannot be.</summary>
internal static class RouteSubsetRules
{
    /// <param name="route">The route that has them.</param>
    /// <param name="whole">The route of the service; the same but for a part.</param>
    public static IEnumerable<ArgsProblem> Check(ServiceRouteIntent route, ServiceRouteIntent whole)
    {
        if (route != whole && route.Subsets.Count > 0)
        {
            yield return new("subsets", "not for a part: the ServiceRoute of the service itself has them");
            yield break;
        }

        for (var i = 0; i < route.Subsets.Count; i++)
        {
            var subset = route.Subsets[i];
            var path = FormattableString.Invariant($"subsets[{i}]");
            foreach (var problem in Check(route, subset, path).Concat(Again(route.Subsets, i, path)))
            {
                yield return problem;
            }

            if (route.Service is { } service)
            {
                foreach (var problem in Policies(service, subset, path))
                {
                    yield return problem;
                }
            }
        }
    }

    private static IEnumerable<ArgsProblem> Check(ServiceRouteIntent route, RouteSubsetSettings subset, string path)
    {
        if (subset.Name is { Length: > 0 } && !KubernetesNames.IsLabel(subset.Name))
        {
            yield return new($"{path}.name", $"'{subset.Name}' is not a DNS label (a-z, 0-9 and '-', at most 63 characters)");
        }

        if (subset is { Labels.Count: 0, Cluster: null })
        {
            yield return new($"{path}.labels", "at least one label is required, or a cluster: without them, every version is meant");
        }

        if (subset.Cluster is { } cluster && route.Service is { } service)
        {
            string[] clusters = [.. service.Places.Select(place => place.ControlPlane.Cluster.Name)];
            if (!service.IsMulticluster)
            {
                yield return new($"{path}.cluster", $"has no effect: {service.Service} is in one cluster only; remove it");
            }
            else if (!clusters.Contains(cluster, StringComparer.Ordinal))
            {
                yield return new($"{path}.cluster", $"{service.Service} is not in '{cluster}'{Spelling.Suggest(cluster, clusters)}");
            }
        }

        if (
            subset is { Labels.Count: > 0, Cluster: null }
            && route.Service is { IsMulticluster: true, Distribute.Count: 0 } several
            && !several.IsFoundBy(several.ControlPlane)
        )
        {
            yield return ArgsProblem.Warning(
                path,
                $"calls of {subset.Name} go to all clusters of {several.Service} alike, and not to the caller's own first: Istio keeps no "
                    + "order of clusters within a subset of an import; give each cluster a subset (cluster), or the service distribute"
            );
        }

        foreach (var (key, value) in subset.Labels)
        {
            if (!KubernetesNames.IsLabelKey(key) || !KubernetesNames.IsLabelValue(value))
            {
                yield return new($"{path}.labels.{key}", $"'{key}: {value}' is not a label of Kubernetes");
            }
            else if (route.Service?.Selector.GetValueOrDefault(key) is { } other && other != value)
            {
                yield return new(
                    $"{path}.labels.{key}",
                    $"no workload has it: those of {route.Service.Service} have {key}: {other} (workloadLabels)"
                );
            }
        }
    }

    private static IEnumerable<ArgsProblem> Again(IReadOnlyList<RouteSubsetSettings> all, int index, string path)
    {
        var subset = all[index];
        for (var i = 0; i < index; i++)
        {
            if (subset.Name is { Length: > 0 } && all[i].Name == subset.Name)
            {
                yield return new($"{path}.name", FormattableString.Invariant($"'{subset.Name}' is the name of subsets[{i}] already"));
            }
            else if (
                subset.Labels is var labels
                && (labels.Count > 0 || subset.Cluster is not null)
                && subset.Cluster == all[i].Cluster
                && labels.Count == all[i].Labels.Count
                && !labels.Except(all[i].Labels).Any()
            )
            {
                yield return new(
                    $"{path}.labels",
                    FormattableString.Invariant($"are those of subsets[{i}] already: two versions are the same")
                );
            }
        }
    }

    /// <summary>What is said of the same keys of a service.</summary>
    private static IEnumerable<ArgsProblem> Policies(InboundServiceIntent service, RouteSubsetSettings subset, string path)
    {
        var like = service with
        {
            LoadBalancing = subset.LoadBalancing,
            ConnectionPool = subset.ConnectionPool,
            OutlierDetection = subset.OutlierDetection,
        };
        return InboundServiceRules.Traffic(like).Select(problem => problem with { Path = $"{path}.{problem.Path}" });
    }
}
