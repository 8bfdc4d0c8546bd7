using MeshStack.Analysis.Access;
using MeshStack.Definition;

namespace MeshStack.Infra.Access;

/// <summary>The Services and workloads that a definition's InboundServices say are there.</summary>
/// <param name="Services">A Service per InboundService.</param>
/// <param name="Workloads">A workload per selector, or one per instance of a headless service.</param>
internal sealed record DeclaredServers(IReadOnlyList<DeclaredService> Services, IReadOnlyList<DeclaredWorkload> Workloads)
{
    // https://kubernetes.io/docs/reference/labels-annotations-taints/#statefulset-kubernetes-io-pod-name.
    private const string PodName = "statefulset.kubernetes.io/pod-name";

    public static DeclaredServers Of(MeshDefinition definition)
    {
        var args = definition.Services.Select(s => s.Args).ToList();
        var workloads = args
            .GroupBy(a => (Cluster: a.ControlPlane.Cluster.Name, a.Namespace, Labels: string.Join(',', a.Selector.OrderBy(l => l.Key, StringComparer.Ordinal))))
            .SelectMany(g => Behind([.. g]));
        return new([.. args.Select(Service)], [.. workloads]);
    }

    private static DeclaredService Service(InboundServiceIntent args) => new(
        args.ControlPlane.Cluster.Name,
        args.Namespace,
        args.Service,
        args.Selector,
        [new DeclaredPort(args.Port, args.Protocol.ToLowerInvariant(), args.TargetPort)]);

    private static IEnumerable<DeclaredWorkload> Behind(IReadOnlyList<InboundServiceIntent> sharing)
    {
        var first = sharing[0];
        var account = sharing.Select(a => a.ServiceAccount).FirstOrDefault(a => a != null) ?? "default";
        var workload = new DeclaredWorkload(first.ControlPlane.Cluster.Name, first.Namespace, first.Service, first.Selector, account, first.Sidecar);
        var instances = sharing.Max(a => a.InstanceServices.Count());
        if (instances == 0)
        {
            yield return workload;
        }

        for (var i = 0; i < instances; i++)
        {
            var pod = FormattableString.Invariant($"{first.StatefulSet ?? first.Service}-{i}");
            yield return workload with { Name = pod, Labels = new Dictionary<string, string>(first.Selector, StringComparer.Ordinal) { [PodName] = pod } };
        }
    }
}
