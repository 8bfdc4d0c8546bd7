using System.Collections.Concurrent;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>The services that one control plane knows: its own cluster's, and those of the clusters it holds remote secrets for.</summary>
/// <param name="own">The control plane's own cluster.</param>
/// <param name="clusters">The clusters that it sees, the own one first.</param>
/// <param name="hidden">What hides which clusters it sees.</param>
internal sealed class Registry(ClusterSnapshot own, IReadOnlyList<ClusterSnapshot> clusters, Unreadable? hidden)
{
    /// <summary>How many ExternalNames in a row are followed; more are a circle.</summary>
    public const int MostAliases = 8;

    // Every step of a request asks for the same host again.
    private readonly ConcurrentDictionary<(string Host, string Client), ServiceLookup> _found = new();

    private const int AnyPort = 0;

    private const string Everyone = "*";

    private readonly Lazy<ILookup<int, MeshService>> _unaddressed = new(() =>
        (
            from entry in own.Entries.SelectMany(entries => entries)
            where entry.ClusterAddress is null || entry.HiddenAddress is not null
            from port in entry
                .Ports.Where(port => port.Protocol is not (ServiceProtocol.Kind.Http or ServiceProtocol.Kind.Udp))
                .Select(port => port.Number)
                .Distinct()
                .Concat(entry.HidesPortNumbers ? [AnyPort] : [])
            select (port, entry)
        ).ToLookup(one => one.port, one => one.entry)
    );

    // Whether something speaks HTTP on a port is asked for each host that has no such port, by all namespaces.
    private readonly Lazy<ILookup<(int Port, string Client), MeshService>> _byPort = new(() =>
        (
            from service in All(own, clusters)
            from client in service.HidesExportTo ? [Everyone] : service.ExportTo ?? own.Mesh.DefaultServiceExportTo
            from port in service.Ports.Select(port => port.Number).Distinct()
            select (port, client: client == "." ? service.Namespace : client, service)
        ).ToLookup(one => (one.port, one.client), one => one.service)
    );

    private readonly Lazy<MeshService[]> _hiding = new(() =>
        [.. All(own, clusters).Where(service => service.Unreadable is not null || service.HidesPorts)]
    );

    /// <summary>The clusters whose Services and pods are seen, the own one first.</summary>
    public IReadOnlyList<ClusterSnapshot> Clusters { get; } = clusters;

    /// <summary>What leaves it open which clusters and which of their services are known; null where nothing does.</summary>
    public Unreadable? Unreadable { get; } = hidden ?? clusters.Select(cluster => cluster.Unreadable).FirstHidden();

    /// <summary>The service of a host as a namespace sees it: Kubernetes Services come before the entries of other namespaces.</summary>
    public ServiceLookup Find(string host, string client) =>
        _found.TryGetValue((host, client), out var known) ? known : _found[(host, client)] = LookUp(host, client);

    /// <summary>The same, as a sidecar sees it that imports some services alone: one that it does not import comes before none.</summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/sidecar.go, selectServices.
    /// </remarks>
    public ServiceLookup Find(string host, string client, Func<MeshService, bool> imports) =>
        Find(host, client) is var found && (found is { Unreadable: not null } or { Service: null } || imports(found.Service))
            ? found
            : Choose([.. own.Entries[host].Where(entry => MayReach(entry, client) && imports(entry))], client)
                ?? found with
                {
                    Unreadable = own.AnyHostEntries.FirstOrDefault(entry => MayReach(entry, client))?.Unreadable,
                };

    private ServiceLookup LookUp(string host, string client)
    {
        var named = Services(host).Where(Reads).ToArray();
        var merged =
            named.Length == 0
                ? null
                : Merged(named, client) with
                {
                    Unreadable = named.Select(service => service.Unreadable).FirstHidden(),
                };
        if (merged?.Unreadable is not null || (merged?.Service is { } seen && (seen.Namespace == client || !IsEntryOf(host, client))))
        {
            // An entry of the client's own namespace whose hosts are hidden may be for this one.
            return merged!.Unreadable is not null || merged.Service!.Namespace == client
                ? merged
                : merged with
                {
                    Unreadable = own.AnyHostEntries.FirstOrDefault(entry => entry.Namespace == client)?.Unreadable,
                };
        }

        var hidden = merged?.Hidden;
        ServiceLookup? found = null;
        HostMatch.MostSpecific(
            host,
            own.WildcardEntries,
            pattern =>
            {
                var entries = own.Entries[pattern].ToArray();
                hidden ??= entries.FirstOrDefault();
                found = Choose([.. entries.Where(entry => MayReach(entry, client))], client);
                return found is not null;
            }
        );
        found ??= merged ?? new(null, hidden, null) { Unreadable = hidden?.Unreadable };

        // One that a namespace does not see changes what becomes of the host all the same.
        return own.AnyHostEntries.Count == 0 ? found : found with { Unreadable = found.Unreadable ?? own.AnyHostEntries[0].Unreadable };
    }

    // An entry of the client's own namespace comes before another namespace's Service.
    private bool IsEntryOf(string host, string ns) => own.Entries[host].Any(entry => entry.Namespace == ns && MayReach(entry, ns));

    /// <summary>
    /// One host of several clusters is one service: its addresses and accounts come from all of them, and all else, who sees it among that,
    /// from the first. The control plane's own cluster is always first; nothing orders the others.
    /// </summary>
    /// <remarks>Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/serviceregistry/aggregate/controller.go,
    /// mergeService.</remarks>
    private ServiceLookup Merged(MeshService[] named, string client)
    {
        if (named[0].Cluster != own.Name && named.Select(service => Reaches(service, client)).Distinct().Count() > 1)
        {
            return new(
                named.First(service => Reaches(service, client)),
                null,
                $"{named[0].Host} is in several other clusters, which do not agree on who sees it, and nothing says which one "
                    + $"istiod reads first"
            );
        }

        return new(Reaches(named[0], client) ? named[0] : null, named[0], null);
    }

    /// <summary>The services that a namespace may be told of, before any Sidecar.</summary>
    public IEnumerable<MeshService> SeenBy(string client) =>
        All(own, Clusters).Where(service => Reads(service) && Reaches(service, client));

    /// <summary>The service of a host that stands in a namespace, whoever sees it; null without one.</summary>
    public MeshService? InNamespace(string host, string ns) =>
        Services(host).FirstOrDefault(Reads) is { } named
            ? (named.Namespace == ns ? named : null)
            : own.Entries[host].Where(entry => entry.Namespace == ns).Order(AgeOrder.Instance).FirstOrDefault();

    /// <summary>
    /// The service that an ExternalName is another name of, or null where it leads out of the registry; or why it is not known.
    /// </summary>
    public (MeshService? Service, Unreadable? Unreadable) Behind(MeshService alias, string client)
    {
        var service = alias;
        for (var hops = 0; service?.ExternalName is { } name && hops < MostAliases; hops++)
        {
            var lookup = Find(name.ToLowerInvariant().TrimEnd('.'), client);
            if (lookup.Unreadable is { } unreadable)
            {
                return (null, unreadable);
            }

            service = lookup.Service;
        }

        return (service?.ExternalName is null ? service : null, null);
    }

    /// <summary>True for a Service of a namespace that the control plane reads.</summary>
    public bool Reads(MeshService service) =>
        own.Mesh.DiscoverySelectors.Count == 0
        || Discovery.Reads(
            own.Mesh.DiscoverySelectors,
            Clusters.First(cluster => cluster.Name == service.Cluster).Namespaces,
            service.Namespace
        );

    public bool Reaches(MeshService service, string client) =>
        Visibility.Reaches(service.ExportTo ?? own.Mesh.DefaultServiceExportTo, service.Namespace, client);

    /// <summary>
    /// Whether a service that a namespace sees, and a sidecar imports, speaks HTTP on a port: the sidecar then takes HTTP for any address
    /// on it. Or what hides that. What is another name alone has no listener.
    /// </summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/listener.go, buildSidecarOutboundListener.
    /// </remarks>
    /// <param name="port">The port.</param>
    /// <param name="client">The namespace.</param>
    /// <param name="imports">Whether the sidecar imports a service.</param>
    /// <param name="protocol">What the sidecar takes the port for; null where the services say it.</param>
    public (bool IsKnown, Unreadable? Open) HasHttp(
        int port,
        string client,
        Func<MeshService, bool> imports,
        ServiceProtocol.Kind? protocol
    )
    {
        if (protocol is not null and not ServiceProtocol.Kind.Http)
        {
            return (false, null);
        }

        if (
            _byPort
                .Value[(port, client)]
                .Concat(_byPort.Value[(port, Everyone)])
                .Any(service =>
                    (protocol ?? service.Port(port)!.Protocol) == ServiceProtocol.Kind.Http && service.Unreadable is null && IsSeen(service)
                )
        )
        {
            return (true, null);
        }

        var hidden = _hiding.Value.Where(IsSeen).ToList();
        return (
            false,
            Unreadable
                ?? hidden.Select(service => service.Unreadable).FirstHidden()
                ?? (
                    hidden.FirstOrDefault(service => service.HidesPorts) is { } hiding
                        ? new Unreadable($"the ports of {hiding} are masked", hiding.Because("they are masked"))
                        : null
                )
        );

        bool IsSeen(MeshService service) =>
            service.ExternalName is null && (!service.IsKubernetes || Reads(service)) && MayReach(service, client) && imports(service);
    }

    private static IEnumerable<MeshService> All(ClusterSnapshot own, IReadOnlyList<ClusterSnapshot> clusters) =>
        clusters.SelectMany(cluster => cluster.Services.Values).Concat(own.Entries.SelectMany(entries => entries));

    /// <summary>The ServiceEntries without an address that have a port on which not HTTP alone is told apart, or may have.</summary>
    public IEnumerable<MeshService> Unaddressed(int port) => _unaddressed.Value[port].Concat(_unaddressed.Value[AnyPort]);

    /// <summary>Those of them that not every namespace gets, with whatever takes their place for some: they make a difference for any host
    /// on their ports.</summary>
    /// <param name="isImportedByOwn">True where a namespace may import what it has itself alone.</param>
    public IEnumerable<MeshService> UnaddressedForSome(bool isImportedByOwn) =>
        _unaddressed
            .Value.SelectMany(entries => entries)
            .Select(entry => entry.Host)
            .Distinct(StringComparer.Ordinal)
            .Select(Named)
            .Where(named => isImportedByOwn || named.Length > 1 || !IsPublic(named[0]))
            .SelectMany(named => named);

    private MeshService[] Named(string host) => [.. own.Entries[host], .. Services(host).Where(Reads)];

    private IEnumerable<MeshService> Services(string host) =>
        Clusters.Select(cluster => cluster.Services.GetValueOrDefault(host)).OfType<MeshService>();

    /// <summary>The namespaces that have a Service or a ServiceEntry of a name, read or not.</summary>
    public IReadOnlySet<string> NamespacesOf(string host) =>
        Services(host).Concat(own.Entries[host]).Select(service => service.Namespace).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a namespace sees a service, as far as it is known.</summary>
    public bool MayReach(MeshService entry, string client) => entry.HidesExportTo || Reaches(entry, client);

    /// <summary>Whether every namespace sees a service.</summary>
    public bool IsPublic(MeshService service) => (service.ExportTo ?? own.Mesh.DefaultServiceExportTo).Contains("*");

    private ServiceLookup? Choose(MeshService[] entries, string client)
    {
        if (entries.Length == 0)
        {
            return null;
        }

        if ((own.Mesh.EntryVisibility ?? entries.Select(entry => entry.Unreadable).FirstHidden()) is { } unreadable)
        {
            return new(entries[0], null, null) { Unreadable = unreadable };
        }

        // The client's own namespace comes first, then what is exported by name, then what all see.
        // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/sidecar.go, selectServices, and push_context.go,
        // servicesExportedToNamespace.
        var closest = entries
            .GroupBy(entry => (entry.Namespace != client, IsPublic(entry)))
            .MinBy(group => group.Key)!
            .OrderBy(entry => entry, AgeOrder.Instance)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .ToArray();
        return new(
            MergedEntries.Of(closest),
            null,
            closest.Any(entry => entry.Namespace != closest[0].Namespace) && closest.Any(entry => entry.Created is null)
                ? $"{closest[0].Host} is in several namespaces, and nothing says which is the oldest"
                : null
        );
    }
}
