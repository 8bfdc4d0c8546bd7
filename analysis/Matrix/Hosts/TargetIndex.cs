using System.Collections.Concurrent;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>The Services by which workloads' ports are named.</summary>
internal sealed class TargetIndex(Snapshot snapshot)
{
    private readonly ConcurrentDictionary<(Workload Workload, int Port), (string Host, AccessTarget Target)[]> _targets = new();

    // Most targets have one workload behind them, which many ways lead to.
    private readonly ConcurrentDictionary<Workload, IReadOnlyList<AccessCaller>> _accounts = new();

    /// <summary>The ports of a cluster's Services that have workloads behind them; gateways only pass on.</summary>
    public static IEnumerable<AccessTarget> Of(ClusterSnapshot cluster) =>
        from service in cluster.Services.Values
        where service.Selector is { } selector && cluster.Selected(service.Namespace, selector).Any(workload => !workload.IsGateway)
        from port in service.Ports
        where port.Protocol != ServiceProtocol.Kind.Udp
        select new AccessTarget(service.Cluster, service.Namespace, service.Name, port.Number);

    /// <summary>True where the Service of a name has a workload's pods behind it.</summary>
    public bool IsBehind(Workload workload, string host) =>
        snapshot.Cluster(workload.Cluster).ServicesOf(workload).Any(service => service.Host == host);

    /// <summary>The port under the name that was asked for, where that is one of its own.</summary>
    public AccessTarget Find(Workload workload, int port, string host)
    {
        var targets = _targets.GetOrAdd((workload, port), Targets);
        return targets.FirstOrDefault(target => target.Host == host).Target ?? targets[0].Target;
    }

    /// <summary>The workloads that a target's name stands for where no request is known to arrive: those of its Service, else those that
    /// are called so themselves.</summary>
    public IEnumerable<Workload> Named(AccessTarget target)
    {
        if (!snapshot.ClusterNames.Contains(target.Cluster, StringComparer.Ordinal))
        {
            return [];
        }

        var cluster = snapshot.Cluster(target.Cluster);
        return cluster.Services.TryGetValue(ServiceDns.HostOf(target.Service, target.Namespace), out var service)
            ? service.Selector is { } selector
                ? cluster.Selected(target.Namespace, selector)
                : []
            : cluster.WorkloadsIn(target.Namespace).Where(workload => workload.Name == target.Service);
    }

    /// <summary>As whom a workload calls, gateways among them.</summary>
    public IReadOnlyList<AccessCaller> AccountsAt(Workload workload) => _accounts.GetOrAdd(workload, one => [AccountOf(one)]);

    /// <summary>Who calls where workloads are made to; gateways only pass on.</summary>
    public static IReadOnlyList<AccessCaller> Accounts(IEnumerable<Workload> workloads) =>
        [.. workloads.Where(workload => !workload.IsGateway).Select(AccountOf).Distinct()];

    /// <summary>As whom a workload calls.</summary>
    public static AccessCaller AccountOf(Workload workload) => new(workload.Cluster, workload.Namespace, workload.ServiceAccount, false);

    /// <summary>What a host means where it is not decided how far its requests come: Services, else a ServiceEntry, else the VirtualService
    /// that routes it.</summary>
    public static IEnumerable<AccessTarget> Meant(ClusterSnapshot controlPlane, Registry registry, string host, int port, string ns)
    {
        var named = registry.Clusters.Select(cluster => cluster.Services.GetValueOrDefault(host)).OfType<MeshService>().ToArray();
        if (named.Length > 0)
        {
            // A port that none of them shows is one of all of them.
            var having = named.Where(service => service.Port(port) is not null).ToArray();
            return (having.Length > 0 ? having : named).Select(service => new AccessTarget(
                service.Cluster,
                service.Namespace,
                service.Name,
                port
            ));
        }

        var lookup = registry.Find(host, ns);
        if (lookup.Service is { } entry)
        {
            return [new(entry.Cluster, entry.Namespace, entry.Name, port)];
        }

        AccessTarget[] routed =
        [
            .. controlPlane
                .VirtualServices.ForSidecar(
                    host,
                    ns,
                    config => config.HidesExportTo || Visibility.Reaches(config.ExportTo, config.Namespace, ns)
                )
                .Take(1)
                .Select(config => new AccessTarget(controlPlane.Name, config.Namespace, config.Manifest.Name, port)),
        ];
        return routed.Length == 0 && lookup.Hidden is null && Mask.IsIn(host) ? [new(controlPlane.Name, "", host, port)] : routed;
    }

    private (string Host, AccessTarget Target)[] Targets((Workload Workload, int Port) key)
    {
        var (workload, pod) = key;
        (string, AccessTarget)[] named =
        [
            .. from service in snapshot.Cluster(workload.Cluster).ServicesOf(workload)
            from port in service.Ports
            where port.Protocol != ServiceProtocol.Kind.Udp && port.On(workload) == pod
            select (service.Host, new AccessTarget(service.Cluster, service.Namespace, service.Name, port.Number)),
        ];
        return named.Length > 0 ? named : [("", new AccessTarget(workload.Cluster, workload.Namespace, workload.Name, pod))];
    }
}
