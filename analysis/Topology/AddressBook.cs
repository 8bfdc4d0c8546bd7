using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology;

/// <summary>The gateways and pods behind addresses.</summary>
internal sealed class AddressBook
{
    private const string EastWest = "eastWestGateway";

    private readonly Snapshot _snapshot;
    private readonly Dictionary<string, MeshService> _gateways = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Workload> _pods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Workload>> _named = new(StringComparer.Ordinal);

    /// <param name="snapshot">The clusters.</param>
    /// <param name="gateways">The addresses of gateways that no Service's status tells.</param>
    /// <param name="hidden">What hides others of them.</param>
    public AddressBook(Snapshot snapshot, IReadOnlyList<GatewayAddress> gateways, Unreadable? hidden)
    {
        _snapshot = snapshot;
        Hidden =
            hidden
            ?? gateways
                .Where(gateway => Mask.IsIn(gateway.Address) || Mask.IsIn(gateway.Namespace) || Mask.IsIn(gateway.Service))
                .Select(gateway => Unreadable.From(gateway.Cluster, "Service", gateway.Namespace, gateway.Service, "the address"))
                .FirstOrDefault()
            ?? snapshot.ClusterNames.Select(name => HiddenIn(snapshot.Cluster(name))).FirstHidden();
        foreach (var gateway in gateways)
        {
            if (
                snapshot.ClusterNames.Contains(gateway.Cluster)
                && snapshot
                    .Cluster(gateway.Cluster)
                    .Services.TryGetValue(ServiceDns.HostOf(gateway.Service, gateway.Namespace), out var service)
            )
            {
                _gateways.TryAdd(gateway.Address, service);
            }
        }

        foreach (var cluster in snapshot.ClusterNames.Select(snapshot.Cluster))
        {
            foreach (var service in cluster.Services.Values.OrderBy(service => service.Host, StringComparer.Ordinal))
            {
                foreach (var address in service.ExternalAddresses)
                {
                    _gateways.TryAdd(address, service);
                }
            }

            foreach (var workload in cluster.Workloads.Where(workload => workload.Address is { Length: > 0 }))
            {
                _pods.TryAdd(workload.Address!, workload);
            }

            AddPods(cluster);
            foreach (var workload in cluster.Workloads.Where(workload => !workload.IsGateway))
            {
                var name = PodAddresses.OfPod(workload);
                (_named.TryGetValue(name, out var known) ? known : _named[name] = []).Add(workload);
            }
        }
    }

    /// <summary>The Service that is reached at an address from outside of its cluster.</summary>
    public MeshService? ServiceAt(string address) => _gateways.TryGetValue(address, out var service) ? service : ByPlaceholder(address);

    /// <summary>What leaves it open what is at an address that nothing is known to have.</summary>
    public Unreadable? Hidden { get; }

    /// <summary>What leaves it open which gateway a placeholder is the address of.</summary>
    public Unreadable? HiddenBehind(string placeholder) =>
        PartsOf(placeholder) is [var name, ..] && _snapshot.ClusterNames.Contains(name) ? HiddenGateway(_snapshot.Cluster(name)) : null;

    /// <summary>The Service of a workload's own cluster that a name or an address means to it.</summary>
    public MeshService? ServiceIn(Workload workload, string address)
    {
        var cluster = _snapshot.Cluster(workload.Cluster);
        return ServiceNames
                .Searched(address, workload.Namespace)
                .Select(cluster.Services.GetValueOrDefault)
                .OfType<MeshService>()
                .FirstOrDefault()
            ?? cluster.ServiceAt(address);
    }

    /// <summary>The workloads whose pods a name stands for that no manifest has.</summary>
    public IReadOnlyList<Workload> PodsNamed(string name) => _named.GetValueOrDefault(name) ?? (IReadOnlyList<Workload>)[];

    public Workload? PodAt(string address) => _pods.GetValueOrDefault(address);

    // Pods that a Deployment or the like stands for have addresses of their own.
    private void AddPods(ClusterSnapshot cluster)
    {
        foreach (var pod in cluster.Objects.Of("Pod").Where(pod => cluster.Masks.Of(pod)?.Unread is null))
        {
            var labels = pod.Labels().Map();
            var workload = Field.From(pod.Body)["status"]["podIP"].Text is not { Length: > 0 }
                ? null
                : cluster
                    .WorkloadsIn(pod.Namespace ?? "default")
                    .FirstOrDefault(one =>
                        one.Labels.All(label => labels.GetValueOrDefault(label.Key) == label.Value)
                        && one.RunsAs(pod.Spec["serviceAccountName"].Text ?? one.ServiceAccount)
                    );
            if (workload is not null)
            {
                _pods.TryAdd(Field.From(pod.Body)["status"]["podIP"].Text!, workload);
            }
        }
    }

    // Clusters of which nothing is known have addresses that are not known either.
    private static Unreadable? HiddenIn(ClusterSnapshot cluster) =>
        cluster.Unreadable
        ?? cluster
            .Services.Values.Concat(cluster.Entries.SelectMany(entries => entries))
            .Select(service => service.HiddenAddress)
            .FirstHidden()
        ?? cluster.Objects.Of("WorkloadEntry").Select(entry => cluster.Masks.Of(entry)?.Hiding("spec address")).FirstHidden()
        ?? cluster.Objects.Of("Pod").Select(pod => cluster.Masks.Of(pod)?.Unread).FirstHidden();

    // Which Service is the cluster's east-west gateway: one with the network's label, else the one of such pods.
    private static Unreadable? HiddenGateway(ClusterSnapshot cluster) =>
        cluster.Unreadable
        ?? cluster.HiddenNetworkGateway
        ?? (cluster.NetworkGateways.Count > 0 ? null : cluster.Services.Values.Select(service => service.Unreadable).FirstHidden());

    private static string[]? PartsOf(string address) => Placeholder.NameIn(address)?.Split('.');

    // ${cluster.eastWestGateway.address} is the address of that cluster's east-west gateway, whatever it will be.
    private MeshService? ByPlaceholder(string address)
    {
        if (PartsOf(address) is not { Length: > 1 } parts || !_snapshot.ClusterNames.Contains(parts[0]) || !parts.Contains(EastWest))
        {
            return null;
        }

        var cluster = _snapshot.Cluster(parts[0]);
        var labelled = cluster.NetworkGateways;
        IReadOnlyList<MeshService> found =
            labelled.Count > 0
                ? labelled
                : [.. cluster.Services.Values.Where(service => service.Selector?.Labels.GetValueOrDefault("istio") == "eastwestgateway")];
        return found.Count == 1 ? found[0] : null;
    }
}
