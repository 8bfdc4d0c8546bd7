using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>The callers of one cluster by namespace, class and principal.</summary>
internal sealed class ClusterCallers
{
    private readonly Dictionary<string, ClusterCaller> _byPrincipal;
    private readonly ILookup<(CallerClass Class, string Namespace), ClusterCaller> _members;

    public ClusterCallers(Snapshot snapshot, string cluster)
    {
        ControlPlane = snapshot.ControlPlaneOf(cluster);
        var keys = DistinguishingLabels.Of(ControlPlane);
        var addresses = DistinguishingAddresses.From(snapshot);

        // Of a workload whose service account is hidden, any other one of the namespace may be its account.
        var hidden = snapshot
            .Cluster(cluster)
            .Workloads.Where(workload => Mask.IsIn(workload.ServiceAccount))
            .ToLookup(workload => workload.Namespace, StringComparer.Ordinal);
        All =
        [
            .. from workload in snapshot.Cluster(cluster).Workloads
            where !workload.IsGateway
            group workload by (workload.Namespace, workload.ServiceAccount) into alike
            select new ClusterCaller(
                new(cluster, alike.Key.Namespace, alike.Key.ServiceAccount, false),
                alike.First().IdentityIn(ControlPlane.Mesh).Principal,
                [.. alike.Concat(hidden[alike.Key.Namespace]).Select(workload => CallerClass.From(workload, keys, addresses)).Distinct()]
            ),
            .. PortsPastSidecars.AreIn(snapshot.Cluster(cluster)) ? [Stranger(snapshot, cluster)] : Array.Empty<ClusterCaller>(),
        ];
        All =
        [
            .. All.OrderBy(caller => caller.Caller.Namespace, StringComparer.Ordinal)
                .ThenBy(caller => caller.Caller.ServiceAccount, StringComparer.Ordinal),
        ];
        _byPrincipal = All.ToDictionary(caller => caller.Principal, StringComparer.Ordinal);
        _members = All.SelectMany(caller => caller.Classes.Select(one => (Key: (one, caller.Caller.Namespace!), caller)))
            .ToLookup(entry => entry.Key, entry => entry.caller);
        Spaces = _members
            .GroupBy(members => members.Key.Class, members => members.Key.Namespace)
            .ToDictionary(namespaces => namespaces.Key, namespaces => (IReadOnlySet<string>)namespaces.ToHashSet(StringComparer.Ordinal));
    }

    // Where sidecars are passed by, it is those without one that get in, whom no object has to name.
    private ClusterCaller Stranger(Snapshot snapshot, string cluster)
    {
        var caller = new Caller.InMesh(cluster, AccessCaller.AnyNamespace, Caller.WithoutSidecar);
        var workload = CallingWorkloads.Of(snapshot, caller).Workloads[0];
        return new(
            new(cluster, caller.Namespace, caller.ServiceAccount, false),
            workload.IdentityIn(ControlPlane.Mesh).Principal,
            [CallerClass.From(workload, [], DistinguishingAddresses.From(snapshot))]
        );
    }

    public ClusterSnapshot ControlPlane { get; }

    public IReadOnlyList<ClusterCaller> All { get; }

    /// <summary>The namespaces that have callers of a class.</summary>
    public IReadOnlyDictionary<CallerClass, IReadOnlySet<string>> Spaces { get; }

    public IEnumerable<ClusterCaller> In(CallerClass one, string ns) => _members[(one, ns)];

    public ClusterCaller? Find(string principal) => _byPrincipal.GetValueOrDefault(principal);
}
