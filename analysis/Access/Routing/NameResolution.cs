namespace MeshStack.Analysis.Access;

/// <summary>What a host means at a workload: the cluster's DNS, the sidecar's own answers, the DNS outside.</summary>
/// <remarks>Source: https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/.</remarks>
internal static class NameResolution
{
    private const string ClusterDomain = "cluster.local";

    /// <summary>The full name, or the verdict where there is none.</summary>
    public static (Flight Flight, string Host, Verdict? Stop) Resolve(Client client, Flight flight, string asked, int port)
    {
        if (Placeholder.IsIn(asked))
        {
            return (flight, asked, flight.Undecided(AccessStep.Dns, client, $"the host {asked} is known only to a real run"));
        }

        var workload = client.Workload;
        var local = client.Snapshot.Cluster(workload.Cluster);
        var captures = workload.DnsCapture ?? client.Plane.Mesh.DnsCapture;
        var names = NamesOf(asked, workload.Namespace);
        foreach (var name in names)
        {
            if (local.Services.TryGetValue(name, out var service))
            {
                return (flight.Took(AccessStep.Dns, client, $"{asked} is {name}", service.Because("the cluster's DNS has it")), name, null);
            }

            if (captures && workload.Sidecar == SidecarPresence.Present && client.Registry.Find(name, workload.Namespace).Service is { } known && client.Rules.Scope.Sees(known, port))
            {
                return (flight.Took(AccessStep.Dns, client, $"{asked} is {name}", Cause.Mesh(client.Plane.Name, "ISTIO_META_DNS_CAPTURE lets sidecars answer DNS"), known.Because("the sidecar's DNS has it")), name, null);
            }
        }

        return WithoutCapture(client, flight, asked, names);
    }

    /// <summary>The names that a host may stand for, in the order in which they are tried.</summary>
    public static IReadOnlyList<string> NamesOf(string asked, string space)
    {
        var host = asked.ToLowerInvariant();
        return host.EndsWith('.') ? [host[..^1]] : [$"{host}.{space}.svc.{ClusterDomain}", $"{host}.svc.{ClusterDomain}", $"{host}.{ClusterDomain}", host];
    }

    private static (Flight Flight, string Host, Verdict? Stop) WithoutCapture(Client client, Flight flight, string asked, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (client.Registry.Find(name, client.Workload.Namespace).Service is { } service && (service.IsKubernetes || !service.IsExternal))
            {
                var off = Cause.Mesh(client.Plane.Name, "ISTIO_META_DNS_CAPTURE does not let sidecars answer DNS");
                return (flight, name, flight.Unreachable(AccessStep.Dns, client, $"{name} is in no DNS that {client} asks: the cluster has no Service of that name, and sidecars do not answer DNS", service.Because("only sidecars could resolve it"), off));
            }
        }

        var host = names[^1];
        return IsOfCluster(client, host)
            ? (flight, host, flight.Unreachable(AccessStep.Dns, client, $"{asked} does not resolve: {client.Workload.Cluster} has no Service of that name"))
            : (flight.Assuming($"DNS outside of the mesh resolves {host}").Took(AccessStep.Dns, client, $"{host} is a name outside of the cluster"), host, null);
    }

    private static bool IsOfCluster(Client client, string host)
    {
        var labels = host.Split('.');
        var local = client.Snapshot.Cluster(client.Workload.Cluster);
        return labels.Length == 1 || host.EndsWith($".{ClusterDomain}", StringComparison.Ordinal) || labels[^1] == "svc"
            || (labels.Length == 2 && (local.Namespaces.ContainsKey(labels[1]) || local.WorkloadsIn(labels[1]).Any() || local.ServiceNamespaces.Contains(labels[1])));
    }
}
