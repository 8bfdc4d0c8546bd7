namespace MeshStack.Definition.Intents;

/// <summary>What only the whole definition shows of services: clusters that are not there, and what stands in each other's way.</summary>
internal sealed class InboundServiceChecks(IntentChecks checks)
{
    private readonly List<InboundServiceDocument> _services = [.. checks.Of<InboundServiceDocument>()];

    public void Check()
    {
        foreach (var service in _services)
        {
            Check(service);
        }

        var placed = _services.Where(s => s.IsPlaced).ToList();
        Hosts(placed);
        new SharedHosts(checks).Check();
        Workloads(placed);
        new FieldVersions(checks).Check(_services);
        WithoutCallers(placed);
    }

    /// <summary>What is opened for a kind of caller that nobody lets in.</summary>
    private void WithoutCallers(IEnumerable<InboundServiceDocument> placed)
    {
        var types = checks.Of<ClientAccessDocument>().ToLookup(a => a.Service, a => a.Type, StringComparer.Ordinal);
        var callers = checks
            .Of<ClientAccessDocument>()
            .SelectMany(a => a.Callers(checks))
            .ToLookup(a => a.Service, a => a.Cluster, StringComparer.Ordinal);
        var accesses = checks.Of<ClientAccessDocument>().ToLookup(a => a.Service, StringComparer.Ordinal);
        foreach (var service in placed)
        {
            PortsWithoutCallers(service, [.. accesses[service.Name]]);
            if (service.Intent.ExternalName is not null && !types[service.Name].Contains(ClientTypes.External))
            {
                checks.Warning(
                    service,
                    "externalName",
                    $"no ClientAccess of type external lets anybody in, so that the gateway answers every request for it with 403: "
                        + "add one, or remove externalName"
                );
            }

            if (
                checks.Mesh.Topology == MeshTopologies.ExternalControlPlane
                && service.Intent is { Sidecar: true, ControlPlane.IsImported: true }
                && callers[service.Name].All(caller => FindsByItself(service.Intent, caller))
            )
            {
                foreach (var (port, _) in ServicePorts.Given(service.Intent))
                {
                    checks.Warning(
                        service,
                        $"{port.Path}exposedPort",
                        "has no effect: it is for clusters that import the service, and every caller that a ClientAccess lets in finds it "
                            + "by itself; remove it"
                    );
                }
            }

            if (service.Intent.MutualTls == "PERMISSIVE" && !types[service.Name].Contains(ClientTypes.Kubernetes))
            {
                checks.Warning(
                    service,
                    "mutualTls",
                    "PERMISSIVE takes plaintext, and no ClientAccess of type k8s is for callers that send it: add one, or remove mutualTls"
                );
            }
        }
    }

    private void PortsWithoutCallers(InboundServiceDocument service, IReadOnlyList<ClientAccessDocument> accesses)
    {
        if (service.Intent.Ports.Count == 0 || accesses.Count == 0)
        {
            return;
        }

        var used = accesses.SelectMany(access => (access.Asked with { Service = service.Intent }).Ports).ToHashSet();
        foreach (var port in service.Intent.ServedPorts.Where(port => used.Count > 0 && port.Name.Length > 0 && !used.Contains(port)))
        {
            checks.Warning(
                service,
                port.Path.TrimEnd('.'),
                $"no ClientAccess names the port {port.Name}, so that nobody reaches it: add it to one, or remove the port"
            );
        }
    }

    private bool FindsByItself(InboundServiceIntent service, string? caller) =>
        caller is null || (checks.Cluster(caller)?.ControlPlane is { } client && service.IsFoundBy(client));

    private void Check(InboundServiceDocument service)
    {
        var intent = service.Intent;
        var path = intent.ControlPlanes.Count > 0 ? "clusters" : "cluster";
        var clusters = service.Clusters.Distinct(StringComparer.Ordinal).Select(name => checks.Cluster(service, name, path)).ToList();
        if (clusters.Count == 0 || clusters.Contains(null))
        {
            checks.Report(service, InboundServiceRules.OfItself(intent));
            return;
        }

        foreach (var cluster in clusters)
        {
            Namespace(service, cluster!);
        }

        checks.Report(service, intent.Problems());
    }

    private void Namespace(InboundServiceDocument service, ClusterDefinition cluster)
    {
        var ns = service.Intent.Namespace;
        var holder = cluster.ControlPlane.ConfigCluster;
        if (
            holder != cluster.Name
            && !cluster.Member.Namespaces.ContainsKey(ns)
            && !checks.Mesh.Clusters[holder].Namespaces.ContainsKey(ns)
        )
        {
            checks.Warning(
                service,
                "namespace",
                $"the configuration of {cluster.Name} stands in {holder}, where nothing says that {ns} exists: "
                    + "list it under meshstack:namespaces"
            );
        }

        checks.NamespaceIsMeant(service, cluster, ns);
    }

    private void Hosts(List<InboundServiceDocument> placed)
    {
        var exposed = placed
            .SelectMany(s =>
                from name in s.Intent.InstanceServices.Prepend(s.Intent.Service)
                from holder in s.Intent.Places.Select(place => place.ControlPlane.ConfigCluster).Distinct(StringComparer.Ordinal)
                select (Document: s, Name: name, Holder: holder)
            )
            .GroupBy(s => (s.Holder, s.Document.Intent.Namespace, s.Name));
        foreach (var twice in exposed.Where(g => g.Count() > 1))
        {
            foreach (var (again, name, holder) in twice.Skip(1))
            {
                var first = twice.First().Document;
                checks.ErrorOfAll(
                    again,
                    "service",
                    $"{name} of {Named(again, holder)}/{again.Intent.Namespace} is exposed at {IntentChecks.At(first)} already"
                        + (
                            name == again.Intent.Service && name == first.Intent.Service
                                ? ": list all of its ports there (ports), and name them in the accesses"
                                : ": one host has one import"
                        )
                );
            }
        }
    }

    private static string Named(InboundServiceDocument service, string holder) =>
        service.Intent.Places.First(place => place.ControlPlane.ConfigCluster == holder).ControlPlane.Cluster.Name;

    private void Workloads(List<InboundServiceDocument> placed)
    {
        var each = placed.SelectMany(s => s.Clusters.Distinct(StringComparer.Ordinal).Select(cluster => (Cluster: cluster, Service: s)));
        foreach (
            var shared in each.GroupBy(s => (s.Cluster, s.Service.Intent.Namespace, Workload(s.Service.Intent)), s => s.Service)
                .Where(g => g.Count() > 1)
        )
        {
            Contradictions(shared);
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
                var given = other.Intent.Sidecar ? "true" : "false";
                checks.Error(
                    other,
                    "sidecar",
                    $"{given}, but {first.Name} at {IntentChecks.At(first)} selects the same workload and says otherwise"
                );
            }
            else if (ModeOf(other) != ModeOf(first))
            {
                checks.Error(
                    other,
                    "mutualTls",
                    $"{ModeOf(other)}, but {first.Name} at {IntentChecks.At(first)} selects the same workload with {ModeOf(first)}"
                );
            }
        }
    }

    private static string ModeOf(InboundServiceDocument service) => service.Intent.MutualTls ?? "STRICT";

    private static string Workload(InboundServiceIntent intent) =>
        string.Join(",", intent.Selector.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"));
}
