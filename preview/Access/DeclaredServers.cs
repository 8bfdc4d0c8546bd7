using MeshStack.Analysis.Topology;

namespace MeshStack.Preview.Access;

/// <summary>The Services and workloads that are said to be there.</summary>
/// <param name="Services">A Service per InboundService.</param>
/// <param name="Workloads">A workload per selector, or one per instance of a headless service.</param>
internal sealed record DeclaredServers(IReadOnlyList<DeclaredService> Services, IReadOnlyList<DeclaredWorkload> Workloads)
{
    // https://kubernetes.io/docs/reference/labels-annotations-taints/#statefulset-kubernetes-io-pod-name.
    private const string PodName = "statefulset.kubernetes.io/pod-name";

    public static DeclaredServers From(MeshFacts facts)
    {
        var workloads = facts
            .Servers.GroupBy(s =>
                (s.Cluster, s.Namespace, Labels: string.Join(',', s.Selector.OrderBy(l => l.Key, StringComparer.Ordinal)))
            )
            .SelectMany(g => Behind([.. g]));
        return new([.. facts.Servers.Select(Service)], [.. workloads]);
    }

    private static DeclaredService Service(DeclaredServer server) =>
        new(
            server.Cluster,
            server.Namespace,
            server.Name,
            server.Selector,
            [.. server.Ports.Select(port => new DeclaredPort(port.Port, port.Name, port.TargetPort))]
        );

    private static IEnumerable<DeclaredWorkload> Behind(IReadOnlyList<DeclaredServer> sharing)
    {
        var first = sharing[0];
        var account = sharing.Select(s => s.ServiceAccount).FirstOrDefault(a => a is not null) ?? "default";
        var workload = new DeclaredWorkload(first.Cluster, first.Namespace, first.Name, first.Selector, account, first.HasSidecar);
        var most = sharing.Max(s => s.Instances.Count);
        var versions = sharing.SelectMany(s => s.Versions).DistinctBy(version => version.Name).ToList();
        if (versions.Count > 0)
        {
            return versions.Select(version =>
                workload with
                {
                    Name = $"{first.Name}-{version.Name}",
                    Labels = first
                        .Selector.Concat(version.Labels)
                        .DistinctBy(label => label.Key)
                        .ToDictionary(label => label.Key, label => label.Value, StringComparer.Ordinal),
                }
            );
        }

        var pods = most == 0 ? [] : (first.Instances.Count == most ? first : sharing.First(s => s.Instances.Count == most)).Instances;
        return pods.Count == 0
            ? [workload]
            : pods.Select(pod =>
                workload with
                {
                    Name = pod,
                    Labels = new Dictionary<string, string>(first.Selector, StringComparer.Ordinal) { [PodName] = pod },
                }
            );
    }
}
