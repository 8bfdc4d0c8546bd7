namespace MeshStack.Analysis.Access;

/// <summary>The services that one control plane knows: its own cluster's, and those of the clusters it holds remote secrets for.</summary>
internal sealed class Registry(ClusterSnapshot own, IReadOnlyList<ClusterSnapshot> clusters)
{
    private const int MostAliases = 8;

    /// <summary>The clusters whose Services and pods are seen, the own one first.</summary>
    public IReadOnlyList<ClusterSnapshot> Clusters { get; } = clusters;

    /// <summary>The service of a host as a namespace sees it; Kubernetes Services win, then what is exported to fewest.</summary>
    public ServiceLookup Find(string host, string client)
    {
        var named = Clusters.Select(cluster => cluster.Services.GetValueOrDefault(host)).OfType<MeshService>().Where(Reads).ToArray();
        if (named.Length > 0)
        {
            return new(named.FirstOrDefault(service => Reaches(service, client)), named[0], false);
        }

        MeshService? hidden = null;
        ServiceLookup? found = null;
        HostMatch.MostSpecific(host, own.WildcardEntries, pattern =>
        {
            var entries = own.Entries[pattern].ToArray();
            hidden ??= entries.FirstOrDefault();
            found = Choose([.. entries.Where(entry => Reaches(entry, client))], client);
            return found is not null;
        });
        return found ?? new(null, hidden, false);
    }

    /// <summary>The service that an ExternalName is another name of, or null where it leads out of the registry.</summary>
    public MeshService? Behind(MeshService alias, string client)
    {
        var service = alias;
        for (var hops = 0; service?.ExternalName is { } name && hops < MostAliases; hops++)
        {
            service = Find(name.ToLowerInvariant().TrimEnd('.'), client).Service;
        }

        return service?.ExternalName is null ? service : null;
    }

    /// <summary>True for a Service of a namespace that the control plane reads.</summary>
    public bool Reads(MeshService service) => own.Mesh.DiscoverySelectors.Count == 0
        || Discovery.Reads(own.Mesh.DiscoverySelectors, Clusters.First(cluster => cluster.Name == service.Cluster).Namespaces, service.Namespace);

    public bool Reaches(MeshService service, string client) => Visibility.Reaches(service.ExportTo ?? own.Mesh.DefaultServiceExportTo, service.Namespace, client);

    private ServiceLookup? Choose(MeshService[] entries, string client)
    {
        if (entries.Length == 0)
        {
            return null;
        }

        var closest = entries.GroupBy(entry => Visibility.Rank(entry.ExportTo ?? own.Mesh.DefaultServiceExportTo, client)).MinBy(group => group.Key)!
            .OrderBy(entry => entry.Created ?? "~", StringComparer.Ordinal).ThenBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Namespace, StringComparer.Ordinal).ToArray();
        return new(closest[0], null, closest.Any(entry => entry.Namespace != closest[0].Namespace) && closest.Any(entry => entry.Created is null));
    }
}
