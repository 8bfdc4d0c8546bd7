using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Symbolic;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>The callers of one cluster by namespace, class and principal.</summary>
internal sealed class ClusterCallers
{
    private readonly Dictionary<string, ClusterCaller> _byPrincipal;
    private readonly ILookup<(CallerClass Class, string Namespace), ClusterCaller> _members;
    private readonly Dictionary<CallerClass, IReadOnlySet<string>> _known;

    public ClusterCallers(Snapshot snapshot, string cluster, NamedIdentities named)
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
        var workloads = All.Select(caller => caller.Caller).ToHashSet();
        Unknown =
        [
            .. named
                .In(cluster)
                .Where(one => !workloads.Contains(one.Caller with { Identity = null }))
                .Select(one => From(snapshot, one, keys, addresses))
                .Where(caller => _byPrincipal.TryAdd(caller.Principal, caller))
                .ToArray(),
        ];
        _members = All.Concat(Unknown)
            .SelectMany(caller => caller.Classes.Select(one => (Key: (one, NamespaceOf(caller)), Caller: caller)))
            .ToLookup(entry => entry.Key, entry => entry.Caller);
        Spaces = SpacesOf(_members.Select(members => members.Key));
        _known = SpacesOf(_members.Where(members => members.Any(caller => !caller.IsUnknown)).Select(members => members.Key));
    }

    private static ClusterCaller From(
        Snapshot snapshot,
        UnknownCaller caller,
        IReadOnlyList<string> keys,
        DistinguishingAddresses addresses
    )
    {
        var workload = CallingWorkloads.Of(snapshot, caller.Asks).Workloads[0];
        return new(
            caller.Caller,
            workload.IdentityIn(snapshot.ControlPlaneOf(caller.Caller.Cluster).Mesh).Principal,
            [CallerClass.From(workload, keys, addresses)]
        )
        {
            IsShared = caller.IsShared,
        };
    }

    private static Dictionary<CallerClass, IReadOnlySet<string>> SpacesOf(IEnumerable<(CallerClass Class, string Namespace)> keys) =>
        keys.GroupBy(key => key.Class, key => key.Namespace)
            .ToDictionary(namespaces => namespaces.Key, namespaces => (IReadOnlySet<string>)namespaces.ToHashSet(StringComparer.Ordinal));

    /// <summary>The namespace that a caller is in; where it is a pattern, none of those that objects name.</summary>
    public static string NamespaceOf(ClusterCaller caller) =>
        caller.IsUnknown && caller.Caller.Namespace!.Contains('*', StringComparison.Ordinal)
            ? SymbolicRequest.Anyone
            : caller.Caller.Namespace!;

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

    /// <summary>Those that workloads are.</summary>
    public IReadOnlyList<ClusterCaller> All { get; }

    /// <summary>Those that no workload of the cluster is, and that may be there all the same.</summary>
    public IReadOnlyList<ClusterCaller> Unknown { get; }

    /// <summary>The namespaces that have callers of a class.</summary>
    public IReadOnlyDictionary<CallerClass, IReadOnlySet<string>> Spaces { get; }

    /// <summary>True where a workload is a caller of a class in a namespace, or in one that is not among others.</summary>
    public bool AreKnown(CallerClass one, Func<string, bool> isIn) => _known.TryGetValue(one, out var namespaces) && namespaces.Any(isIn);

    public IEnumerable<ClusterCaller> In(CallerClass one, string ns) => _members[(one, ns)];

    public ClusterCaller? Find(string principal) => _byPrincipal.GetValueOrDefault(principal);
}
