using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Manifests;

namespace MeshStack.Cli.Questions;

/// <summary>The names that a snapshot knows: its clusters, their namespaces, and the hosts that mean something in them.</summary>
internal sealed class KnownNames
{
    private readonly SortedDictionary<string, SortedSet<string>> _namespaces = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _hosts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _entryPoints = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _callers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Host, int Port), RequestProtocol> _streams = [];

    public KnownNames(SnapshotSources sources, Snapshot snapshot)
    {
        foreach (var cluster in snapshot.ClusterNames)
        {
            _namespaces[cluster] = new(StringComparer.Ordinal);
            _hosts[cluster] = new(StringComparer.Ordinal);
            _entryPoints[cluster] = new(StringComparer.Ordinal);
        }

        foreach (var manifest in sources.Manifests)
        {
            Add(manifest);
        }

        // Pods whose objects name no namespace are in one all the same.
        foreach (var cluster in snapshot.ClusterNames)
        {
            var workloads = snapshot.Cluster(cluster).Workloads;
            _namespaces[cluster].UnionWith(workloads.Select(workload => workload.Namespace));
            _callers.UnionWith(
                workloads
                    .Where(workload => !workload.ServiceAccount.Contains('*', StringComparison.Ordinal))
                    .Select(workload => $"{cluster}/{workload.Namespace}/{workload.ServiceAccount}")
            );
        }

        foreach (var workload in sources.Workloads)
        {
            _namespaces[workload.Cluster].Add(workload.Namespace);
        }

        foreach (var release in sources.Releases)
        {
            _namespaces[release.Cluster].Add(release.Namespace);
            if (release.Chart.EndsWith("gateway", StringComparison.Ordinal))
            {
                _hosts[release.Cluster].Add(ServiceDns.HostOf(release.Name, release.Namespace));
            }
        }

        foreach (var service in sources.Services)
        {
            _namespaces[service.Cluster].Add(service.Namespace);
            _hosts[service.Cluster].Add(ServiceDns.HostOf(service.Name, service.Namespace));
            foreach (var port in service.Ports)
            {
                AddStream(ServiceDns.HostOf(service.Name, service.Namespace), port.Number, port.Name);
            }
        }
    }

    /// <summary>The workloads that are known to call, as CLUSTER/NAMESPACE/SERVICEACCOUNT.</summary>
    public IReadOnlyCollection<string> Callers => _callers;

    public IReadOnlyCollection<string> Clusters => _namespaces.Keys;

    public IReadOnlyCollection<string> NamespacesOf(string cluster) => _namespaces[cluster];

    public IEnumerable<string> Hosts =>
        _hosts.Values.Concat(_entryPoints.Values).SelectMany(h => h).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public IEnumerable<string> HostsOf(string cluster) => _hosts[cluster].Union(_entryPoints[cluster], StringComparer.Ordinal);

    /// <summary>The clusters whose gateways take a host from outside.</summary>
    public IEnumerable<string> EntryPointsTo(string host) =>
        _entryPoints.Where(d => d.Value.Any(pattern => Matches(host, pattern))).Select(d => d.Key);

    /// <summary>The clusters in which a host means something, for a caller of a namespace.</summary>
    public IEnumerable<string> ClustersOf(string host, string? ns) =>
        _hosts.Keys.Where(c => Forms(host, ns).Any(f => HostsOf(c).Any(pattern => Matches(f, pattern))));

    /// <summary>
    /// True for a name that is nobody's in the mesh and not meant to be: no name of a cluster's own DNS or of a domain of the mesh, and not
    /// spelt nearly like one that is known.
    /// </summary>
    public bool IsOutside(string host)
    {
        var labels = host.TrimEnd('.').ToLowerInvariant().Split('.');
        return labels.Length > 1
            && labels.All(label => label.Length > 0)
            && labels[^1] is not ("svc" or "local")
            && !_namespaces.Values.Any(namespaces => namespaces.Contains(labels[^1]))
            && !IsDomain(labels[^1])
            && Spelling.Nearest(host, [.. Hosts]).Length == 0;
    }

    // What stands behind service and namespace.
    private bool IsDomain(string label) =>
        _hosts.Values.Any(hosts =>
            hosts.Any(host =>
                host.Split('.') is [_, var ns, var domain] && domain == label && _namespaces.Values.Any(all => all.Contains(ns))
            )
        );

    /// <summary>What clients send to a port where proxies see bytes alone; null for any other port.</summary>
    public RequestProtocol? StreamAt(string host, int port, string? ns) =>
        Forms(host, ns)
            .Select(f => _streams.TryGetValue((f, port), out var protocol) ? protocol : (RequestProtocol?)null)
            .FirstOrDefault(p => p is not null);

    /// <summary>What a name may be short for, as resolvers try it.</summary>
    public static IEnumerable<string> Forms(string host, string? ns)
    {
        var name = host.TrimEnd('.').ToLowerInvariant();
        return ns is null
            ? [name, $"{name}.{ServiceDns.Domain}"]
            : [name, ServiceDns.HostOf(name, ns), $"{name}.{ServiceDns.Domain}", $"{name}.{ServiceDns.ClusterDomain}"];
    }

    private static bool Matches(string host, string pattern) =>
        pattern == host || (pattern.StartsWith('*') && host.EndsWith(pattern[1..], StringComparison.Ordinal));

    private void AddStream(string host, int port, string? protocol)
    {
        RequestProtocol? stream = protocol?.Split('-')[0].ToLowerInvariant() switch
        {
            "https" or "tls" => RequestProtocol.Https,
            "tcp" or "mongo" or "mysql" or "redis" => RequestProtocol.Tcp,
            _ => null,
        };
        if (stream is { } known)
        {
            _streams.TryAdd((host, port), known);
        }
    }

    private void Add(Manifest manifest)
    {
        if (manifest.Namespace is { } ns)
        {
            _namespaces[manifest.Cluster].Add(ns);
        }

        switch (manifest.Kind)
        {
            case "Namespace":
                _namespaces[manifest.Cluster].Add(manifest.Name);
                break;
            case "Service":
                AddService(manifest);
                break;
            case "ServiceEntry":
                AddAll(_hosts, manifest, Texts(manifest.Spec["hosts"]));
                foreach (var host in Texts(manifest.Spec["hosts"]))
                {
                    AddPorts(host.ToLowerInvariant(), manifest.Spec["ports"], p => p["protocol"].Text ?? p["name"].Text);
                }

                break;
            case "VirtualService":
                AddAll(_hosts, manifest, Texts(manifest.Spec["hosts"]));
                break;
            case "HTTPRoute" or "GRPCRoute" or "TLSRoute":
                AddAll(_entryPoints, manifest, Texts(manifest.Spec["hostnames"]));
                break;
            case "Ingress":
                AddAll(_entryPoints, manifest, manifest.Spec["rules"].Items.Select(r => r["host"].Text).OfType<string>());
                break;
            case "Gateway":
                AddAll(
                    _entryPoints,
                    manifest,
                    manifest
                        .Spec["servers"]
                        .Items.Where(s => s["tls"]["mode"].Text is not ("AUTO_PASSTHROUGH" or "ISTIO_MUTUAL"))
                        .SelectMany(s => Texts(s["hosts"]))
                );
                break;
        }
    }

    private void AddService(Manifest manifest)
    {
        var host = ServiceDns.HostOf(manifest.Name, manifest.Namespace ?? "default");
        _hosts[manifest.Cluster].Add(host);
        AddPorts(host, manifest.Spec["ports"], p => p["appProtocol"].Text ?? p["name"].Text);
    }

    private void AddPorts(string host, Field ports, Func<Field, string?> protocol)
    {
        foreach (var port in ports.Items)
        {
            if ((port["port"].Value ?? port["number"].Value) is long number)
            {
                AddStream(host, (int)number, protocol(port));
            }
        }
    }

    private static IEnumerable<string> Texts(Field list) => list.Items.Select(i => i.Text).OfType<string>();

    private static void AddAll(SortedDictionary<string, SortedSet<string>> to, Manifest manifest, IEnumerable<string> hosts)
    {
        to[manifest.Cluster].UnionWith(hosts.Select(h => h.Split('/')[^1].ToLowerInvariant()));
    }
}
