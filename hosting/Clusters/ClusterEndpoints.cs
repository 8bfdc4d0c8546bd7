namespace MeshStack.Hosting.Clusters;

/// <summary>Where the clusters of a definition are, as seen from this machine.</summary>
internal static class ClusterEndpoints
{
    /// <summary>The clusters whose kubeconfig says where they are, by name, and warnings of the others.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="values">The project's configuration.</param>
    public static (IReadOnlyDictionary<string, ClusterEndpoint> Found, IReadOnlyList<DefinitionProblem> Warnings) Of(
        MeshDefinition definition,
        IReadOnlyDictionary<string, string> values
    )
    {
        var found = new SortedDictionary<string, ClusterEndpoint>(StringComparer.Ordinal);
        var warnings = new List<DefinitionProblem>();
        var ambient = new Lazy<KubeContexts>(KubeContexts.OfTheEnvironment);
        foreach (var cluster in definition.Clusters)
        {
            var path = $"meshstack:clusters.{cluster.Name}.";
            var given = definition.Late.FirstOrDefault(l => l.Path == path + "kubeConfig") is { } late
                ? values.GetValueOrDefault(late.Value.Key)
                : cluster.Cluster.KubeConfig?.Known;
            var config = given is not null ? KubeContexts.Of(given) : ambient.Value;
            if (config.EndpointOf(cluster.Cluster.Context) is { } endpoint)
            {
                found[cluster.Name] = endpoint;
            }
            else if (cluster.Cluster.Context is { } context)
            {
                warnings.Add(
                    new(
                        cluster.Location,
                        path + "context",
                        $"there is no context '{context}' in the kubeconfig of this machine, so that the cluster cannot be reached "
                            + $"from it; "
                            + (config.Contexts.ToList() is { Count: > 0 } known ? $"it has {string.Join(", ", known)}" : "it has none"),
                        ProblemSeverity.Warning
                    )
                );
            }
        }

        return (found, warnings);
    }
}
