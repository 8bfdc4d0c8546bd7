namespace MeshStack.Definition;

/// <summary>Which namespaces a mesh makes in which cluster.</summary>
internal static class MeshNamespaces
{
    /// <summary>The namespaces by cluster, both by name.</summary>
    /// <remarks>
    /// Configuration of a served cluster stands in the namespace of the same name of another cluster, so that one is made there too.
    /// Nothing is
    /// injected there that its own cluster does not ask for.
    /// </remarks>
    public static SortedDictionary<string, SortedDictionary<string, MeshNamespaceSettings>> Of(MeshSettings settings, MeshPlan plan)
    {
        var all = new SortedDictionary<string, SortedDictionary<string, MeshNamespaceSettings>>(StringComparer.Ordinal);
        foreach (var (cluster, member) in settings.Clusters)
        {
            all[cluster] = new SortedDictionary<string, MeshNamespaceSettings>(member.Namespaces.ToDictionary(), StringComparer.Ordinal);
        }

        foreach (var served in plan.Clusters.Values.Where(c => c.ConfiguredIn != c.Identity.Name))
        {
            foreach (var (name, given) in settings.Clusters[served.Identity.Name].Namespaces)
            {
                all[served.ConfiguredIn]
                    .TryAdd(name, new MeshNamespaceSettings { Existing = given.Existing, Injection = MeshNamespaceRules.Disabled });
            }
        }

        return all;
    }
}
