namespace MeshStack.Definition.Intents;

/// <summary>The intents that can have a say in what becomes of one caller's request to one host.</summary>
/// <remarks>
/// An intent's objects are for its own service: they select its workload in its namespace, expose its hosts at the gateways of its cluster,
/// and are imported by its callers' namespaces. Whatever is neither in the namespace of a service with the host, nor called from the
/// caller's namespace, nor in that namespace, nor at the same ingress has none for this request; objects of the mesh itself are composed
/// always.
/// </remarks>
internal static class RelevantIntents
{
    // What routes lead to has a say, and so has what is led to from there.
    private static void AddLedTo(HashSet<string?> services, IEnumerable<IntentReach> reaches)
    {
        var leading = reaches.Where(r => r.LeadsTo.Any()).ToList();
        int known;
        do
        {
            known = services.Count;
            services.UnionWith(leading.Where(r => services.Contains(r.Service)).SelectMany(r => r.LeadsTo).ToList());
        } while (services.Count > known);
    }

    /// <summary>The definition without the other intents; all of it where no service has the host.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="hosts">The host, in the forms that it may mean.</param>
    /// <param name="cluster">The caller's cluster; null for a caller outside.</param>
    /// <param name="ns">The caller's namespace; null for a caller outside.</param>
    public static MeshDefinition Of(MeshDefinition definition, IReadOnlySet<string> hosts, string? cluster, string? ns)
    {
        var all = definition.Intents.Select(intent => (Intent: intent, Reach: definition.Kinds.Of(intent).Reach(intent))).ToList();
        var reaches = all.Select(i => i.Reach).OfType<IntentReach>().ToList();
        var meant = reaches.Where(r => r.Hosts.Any(host => AskedHosts.Has(hosts, host))).ToList();
        if (meant.Count == 0)
        {
            return definition;
        }

        var namespaces = meant.Select(r => r.Namespace).Append(ns).ToHashSet(StringComparer.Ordinal);
        var entryPoints = cluster is null ? meant.SelectMany(r => r.Clusters).ToHashSet(StringComparer.Ordinal) : [];
        var called = reaches.Where(Calls).Select(r => r.Service).ToHashSet(StringComparer.Ordinal);
        var services = reaches.Where(r => r.Hosts.Any() && IsNear(r)).Select(r => r.Service).ToHashSet(StringComparer.Ordinal);
        AddLedTo(services, reaches);
        return definition with { Intents = [.. all.Where(i => i.Reach is null || HasASay(i.Reach)).Select(i => i.Intent)] };

        bool HasASay(IntentReach reach) => reach.Service is null ? IsNear(reach) : services.Contains(reach.Service);

        bool Calls(IntentReach reach) => reach.IsForOutside ? cluster is null : ns is not null && reach.CallerNamespaces.Contains(ns);

        bool IsNear(IntentReach reach) =>
            namespaces.Contains(reach.Namespace)
            || (
                cluster is null
                    ? reach.Clusters.Any(entryPoints.Contains) && reach.IsAtIngress
                    : reach.Service is not null && called.Contains(reach.Service)
            );
    }
}
