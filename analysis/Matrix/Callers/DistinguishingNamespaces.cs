using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>The namespaces whose callers may fare otherwise than all the others, for each host.</summary>
/// <remarks>
/// What a sidecar knows of a host depends on its namespace where an object on that host is in it or names it; objects that change all of a
/// sidecar's traffic count for every host. All other namespaces are alike.
/// </remarks>
internal sealed class DistinguishingNamespaces
{
    private static readonly string[] Routes = ["http", "tls", "tcp"];

    private readonly Dictionary<string, HashSet<string>> _byHost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _destinations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _always;
    private readonly IReadOnlyList<int> _wildcards;

    public DistinguishingNamespaces(ClusterSnapshot controlPlane, Registry registry)
    {
        _always = new[] { "Sidecar", "EnvoyFilter", "WasmPlugin", "TrafficExtension" }
            .SelectMany(controlPlane.Objects.Of)
            .Select(NamespaceOf)
            .Append(controlPlane.Mesh.RootNamespace)
            .Concat(Hidden(controlPlane))
            .Concat(
                registry.UnaddressedForSome(ImportsOwn(controlPlane)).SelectMany(entry => (entry.ExportTo ?? []).Prepend(entry.Namespace))
            )
            .ToHashSet(StringComparer.Ordinal);
        var mesh = controlPlane.Mesh;
        foreach (
            var service in registry
                .Clusters.SelectMany(cluster => cluster.Services.Values)
                .Concat(controlPlane.Entries.SelectMany(entries => entries))
        )
        {
            Add(_byHost, service.Host, [service.Namespace, .. service.ExportTo ?? Named(mesh.DefaultServiceExportTo)]);
            if (service.ExternalName is { } alias)
            {
                Add(_destinations, service.Host, [alias.ToLowerInvariant().TrimEnd('.')]);
            }
        }

        foreach (var (host, route, _, ns) in controlPlane.MeshRoutes.All)
        {
            Add(_byHost, host, [ns, NamespaceOf(route)]);
        }

        foreach (var rule in controlPlane.Objects.Of("DestinationRule"))
        {
            Add(
                _byHost,
                HostMatch.Full(rule.Spec["host"].Text ?? "", NamespaceOf(rule)),
                [NamespaceOf(rule), .. rule.Spec["exportTo"].Texts(), .. Named(mesh.DefaultDestinationRuleExportTo)]
            );
        }

        foreach (var service in controlPlane.Objects.Of("VirtualService"))
        {
            var ns = NamespaceOf(service);
            var routes = Routes.SelectMany(kind => service.Spec[kind].Items).ToArray();
            string[] namespaces =
            [
                ns,
                .. service.Spec["exportTo"].Texts(),
                .. Named(mesh.DefaultVirtualServiceExportTo),
                .. Named(mesh.DefaultDelegateExportTo),
                .. routes.SelectMany(route => route["match"].Items).Select(match => match["sourceNamespace"].Text).OfType<string>(),
            ];
            string[] destinations =
            [
                .. routes
                    .SelectMany(route =>
                        route["route"]
                            .Items.Concat(route["mirrors"].Items)
                            .Select(entry => entry["destination"]["host"].Text)
                            .Append(route["mirror"]["host"].Text)
                    )
                    .OfType<string>()
                    .Select(host => HostMatch.Full(host, ns)),
            ];

            // A delegate has no hosts, and may serve any: what it says counts for all.
            var hosts = service.Spec["hosts"].Texts();
            foreach (var host in hosts.Count == 0 ? ["*"] : hosts.Select(host => HostMatch.Full(host, ns)))
            {
                Add(_byHost, host, namespaces);
                Add(_destinations, host, destinations);
            }
        }

        _wildcards = HostMatch.WildcardLengths(_byHost.Keys.Concat(_destinations.Keys));
    }

    public IReadOnlySet<string> Of(string host)
    {
        HashSet<string> namespaces = new(_always, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        Queue<string> open = new([host]);
        while (open.TryDequeue(out var next))
        {
            foreach (var pattern in Patterns(next))
            {
                namespaces.UnionWith(_byHost.GetValueOrDefault(pattern) ?? []);
                foreach (var destination in (_destinations.GetValueOrDefault(pattern) ?? []).Where(seen.Add))
                {
                    open.Enqueue(destination);
                }
            }
        }

        return namespaces;
    }

    // The host itself, and every wildcard that covers it.
    private List<string> Patterns(string host)
    {
        List<string> patterns = [];
        HostMatch.MostSpecific(
            host,
            _wildcards,
            pattern =>
            {
                patterns.Add(pattern);
                return false;
            }
        );
        return patterns;
    }

    // A Sidecar of the root namespace lets each namespace import what it has itself.
    private static bool ImportsOwn(ClusterSnapshot controlPlane) =>
        controlPlane
            .Objects.Of("Sidecar")
            .Where(sidecar => NamespaceOf(sidecar) == controlPlane.Mesh.RootNamespace)
            .SelectMany(sidecar => sidecar.Spec["egress"].Items)
            .SelectMany(listener => listener["hosts"].Texts())
            .Any(host => host.StartsWith("./", StringComparison.Ordinal));

    // Objects that masks leave open whose hosts they are for count for every host.
    private static IEnumerable<string> Hidden(ClusterSnapshot controlPlane)
    {
        var routing = controlPlane.VirtualServices.All.Where(config => config.Unreadable is not null).Select(config => config.Manifest);
        return controlPlane
            .DestinationRules.Anywhere.Concat(routing)
            .SelectMany(manifest => manifest.Spec["exportTo"].Texts().Prepend(NamespaceOf(manifest)))
            .Concat(controlPlane.AnyHostEntries.SelectMany(entry => (entry.ExportTo ?? []).Prepend(entry.Namespace)));
    }

    // What is said of all namespaces, or of the own one, names none.
    private static IEnumerable<string> Named(IReadOnlyList<string> exportTo) => exportTo.Where(ns => ns is not ("*" or "." or "~"));

    private static string NamespaceOf(Manifest manifest) => manifest.Namespace ?? "default";

    private static void Add(Dictionary<string, HashSet<string>> index, string key, IEnumerable<string> values)
    {
        if (!index.TryGetValue(key, out var known))
        {
            index[key] = known = new(StringComparer.Ordinal);
        }

        known.UnionWith(values);
    }
}
