using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What only the whole definition shows: names that refer to each other, and things that stand in each other's way.</summary>
internal sealed class CrossChecks(
    MeshSettings mesh,
    IReadOnlyList<ClusterDefinition> clusters,
    IReadOnlyList<InboundServiceDocument> services,
    IReadOnlyList<ClientAccessDocument> accesses,
    SourceLocation configuration,
    ProblemList problems)
{
    // Endings of the policies that an InboundService makes: an access of such a name would overwrite one.
    private static readonly string[] ReservedEndings = ["-allow-nothing", "-passthrough"];

    private readonly Dictionary<string, ClusterDefinition> _clusters = clusters.ToDictionary(c => c.Name, StringComparer.Ordinal);

    public IReadOnlyList<Intent<ClientAccessIntent>> Run()
    {
        Clusters();
        var byName = Unique("InboundService", services, s => s.Name, s => s.Location, s => s.Lines);
        Unique("ClientAccess", accesses, a => a.Name, a => a.Location, a => a.Lines);
        foreach (var service in services)
        {
            Service(service);
        }

        ServicesOfOneKind();
        List<Intent<ClientAccessIntent>> resolved = [.. accesses.Select(access => Access(access, byName)).OfType<Intent<ClientAccessIntent>>()];
        DnsCapture(resolved);
        new FieldVersions(_clusters, services, accesses, problems).Check();
        return resolved;
    }

    private void Clusters()
    {
        if (clusters.Count > 1 && mesh.Trust == null)
        {
            problems.Error(configuration, "meshstack:trust", "required with more than one cluster: {generated: {}}, or {rootCertificate: {config: KEY}} with the root that all clusters' CAs chain to; without a shared root no cluster trusts another's workloads");
        }

        foreach (var same in clusters.GroupBy(c => c.Plane.Cluster.Domain, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Error(same.Last().Location, $"meshstack:clusters.{same.Last().Name}.domain", $"'{same.Key}' is the domain of {same.First().Name} too: imported hosts would not say which cluster serves them");
        }

        // Clusters that find each other share identities by design.
        foreach (var same in clusters.GroupBy(c => c.Plane.Cluster.TrustDomain, StringComparer.Ordinal).Where(g => g.Count() > 1 && !g.All(c => g.All(o => c.Plan.Finds.Contains(o.Name)))))
        {
            problems.Warning(same.Last().Location, $"meshstack:clusters.{same.Last().Name}.trustDomain", $"'{same.Key}' is the trust domain of {string.Join(" and ", same.Select(c => c.Name).Where(n => n != same.Last().Name))} too: a service account of one passes for the same of the other");
        }
    }

    private void Service(InboundServiceDocument service)
    {
        if (Cluster(service.Cluster, service.Lines) is not { } cluster)
        {
            return;
        }

        var args = service.Intent;
        var holder = cluster.Plane.ConfigCluster;
        if (holder != cluster.Name && !cluster.Member.Namespaces.ContainsKey(args.Namespace) && !mesh.Clusters[holder].Namespaces.ContainsKey(args.Namespace))
        {
            problems.Warning(service.Lines.Find("namespace"), "namespace", $"the configuration of {cluster.Name} stands in {holder}, where nothing says that {args.Namespace} exists: list it under meshstack:namespaces");
        }

        Report(args.Problems(), service.Lines);
    }

    private void ServicesOfOneKind()
    {
        var placed = services.Where(s => s.IsPlaced).ToList();
        var exposed = placed
            .SelectMany(s => s.Intent.InstanceServices.Prepend(s.Intent.Service).Select(name => (Document: s, Name: name)))
            .GroupBy(s => (s.Document.Intent.ControlPlane.ConfigCluster, s.Document.Intent.Namespace, s.Name));
        foreach (var twice in exposed.Where(g => g.Count() > 1))
        {
            foreach (var (again, name) in twice.Skip(1))
            {
                problems.Error(again.Lines.Start, "service", $"{name} of {again.Cluster}/{again.Intent.Namespace} is exposed at {At(twice.First().Document.Location)} already: one host has one import");
            }
        }

        foreach (var twice in placed.Where(s => s.Intent.ExternalName != null).GroupBy(s => (s.Cluster, s.Intent.ExternalName)).Where(g => g.Count() > 1))
        {
            foreach (var again in twice.Skip(1))
            {
                problems.Error(again.Lines.Find("externalName"), "externalName", $"'{twice.Key.ExternalName}' is the host of {twice.First().Name} at {At(twice.First().Location)} already");
            }
        }

        foreach (var shared in placed.GroupBy(s => (s.Cluster, s.Intent.Namespace, Workload(s.Intent))).Where(g => g.Count() > 1))
        {
            Contradictions(shared);
            foreach (var other in shared.Where(s => s.Intent is { Sidecar: true, TargetPort: null }))
            {
                var first = shared.First(s => s != other);
                problems.Warning(other.Lines.Start, "targetPort", $"selects the same workload as {first.Name} at {At(first.Location)}: who may call one may call the other; give each its targetPort");
            }
        }
    }

    /// <summary>A workload has a sidecar or none, and one mode of mutual TLS: of two policies for it Istio takes the older.</summary>
    private void Contradictions(IEnumerable<InboundServiceDocument> shared)
    {
        var first = shared.First();
        foreach (var other in shared.Skip(1))
        {
            if (other.Intent.Sidecar != first.Intent.Sidecar)
            {
                problems.Error(other.Lines.Find("sidecar"), "sidecar", $"{(other.Intent.Sidecar ? "true" : "false")}, but {first.Name} at {At(first.Location)} selects the same workload and says otherwise");
            }
            else if ((other.Intent.MutualTls ?? "STRICT") != (first.Intent.MutualTls ?? "STRICT"))
            {
                problems.Error(other.Lines.Find("mutualTls"), "mutualTls", $"{other.Intent.MutualTls ?? "STRICT"}, but {first.Name} at {At(first.Location)} selects the same workload with {first.Intent.MutualTls ?? "STRICT"}");
            }
        }
    }

    private Intent<ClientAccessIntent>? Access(ClientAccessDocument access, Dictionary<string, InboundServiceDocument> byName)
    {
        if (ReservedEndings.FirstOrDefault(e => access.Name.EndsWith(e, StringComparison.Ordinal)) is { } ending)
        {
            problems.Error(access.Lines.Find("name"), "name", $"'{access.Name}' ends in {ending}, which is kept for the policies of services");
        }

        var plane = access.Cluster is { } name ? Cluster(name, access.Lines)?.Plane : null;
        if ((access.Cluster != null && plane == null) || access.Service.Length == 0)
        {
            return null;
        }

        if (!byName.TryGetValue(access.Service, out var service))
        {
            var suggestion = Spelling.Suggest(access.Service, byName.Keys);
            problems.Error(access.Lines.Find("service"), "service", $"there is no InboundService '{access.Service}'{suggestion}");
            return null;
        }

        if (!service.IsPlaced)
        {
            return null;
        }

        var intent = access.For(service.Intent, plane);
        Report(intent.Problems(), access.Lines);
        Ambient(access, intent);
        return new(access.Name, access.Location, intent) { Service = service.Name };
    }

    /// <summary>Between clusters, calls go from a sidecar to a sidecar or a gateway: ztunnel neither sends nor takes them.</summary>
    private void Ambient(ClientAccessDocument access, ClientAccessIntent args)
    {
        var target = args.Service;
        if (args.ControlPlane is not { } client || !args.IsRemote)
        {
            return;
        }

        var serving = target.ControlPlane.Cluster.Name;

        var ends = new[] { (_clusters[client.Cluster.Name], args.Namespace, "cluster"), (_clusters[serving], target.Sidecar ? target.Namespace : null, "service") };
        foreach (var (cluster, space, path) in ends.Where(e => e.Item1.Install.IsAmbient && e.Item2 != null))
        {
            var given = cluster.Member.Namespaces.GetValueOrDefault(space!);
            if (given?.Injection == "ambient")
            {
                problems.Error(access.Lines.Find(path), path, $"{cluster.Name}/{space} is ambient, and a call from {client.Cluster.Name} to {serving} needs a sidecar there: ztunnel does not send calls through another cluster's east-west gateway, nor take them from it; give the namespace sidecars (injection: enabled)");
            }
            else if (given == null)
            {
                problems.Warning(access.Lines.Find(path), path, $"{cluster.Name} is ambient, and nothing says what {space} is: a call from {client.Cluster.Name} to {serving} gets through only with sidecars there; list the namespace under meshstack:namespaces");
            }
        }
    }

    private void DnsCapture(IEnumerable<Intent<ClientAccessIntent>> resolved)
    {
        var importing = resolved
            .Where(a => a.Args.IsRemote)
            .Select(a => a.Args.ControlPlane!.Cluster.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var cluster in clusters.Where(c => !c.Install.DnsCapture && importing.Contains(c.Name)))
        {
            problems.Warning(cluster.Location, $"meshstack:clusters.{cluster.Name}.istio.dnsCapture", "false, but workloads of this cluster call services of others: their hosts will not resolve unless something else answers for them");
        }
    }

    private ClusterDefinition? Cluster(string name, LineIndex lines)
    {
        if (name.Length == 0 || clusters.Count == 0)
        {
            return null;
        }

        if (_clusters.TryGetValue(name, out var cluster))
        {
            return cluster;
        }

        problems.Error(lines.Find("cluster"), "cluster", $"there is no cluster '{name}'{Spelling.Suggest(name, _clusters.Keys)}");
        return null;
    }

    private Dictionary<string, T> Unique<T>(string kind, IEnumerable<T> documents, Func<T, string> name, Func<T, SourceLocation> location, Func<T, LineIndex> lines)
    {
        var byName = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var document in documents.Where(d => name(d).Length > 0))
        {
            if (!byName.TryAdd(name(document), document))
            {
                problems.Error(lines(document).Find("name"), "name", $"'{name(document)}' is the name of the {kind} at {At(location(byName[name(document)]))} already");
            }
        }

        return byName;
    }

    private void Report(IEnumerable<ArgsProblem> found, LineIndex lines)
    {
        foreach (var problem in found)
        {
            problems.Add(lines.Find(problem.Path), problem.Path, problem);
        }
    }

    private static string Workload(InboundServiceIntent args)
        => string.Join(",", args.Selector.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"));

    private static string At(SourceLocation location) => $"{location.File}:{location.Line}";
}
