using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>By which objects of others calls to services are routed already.</summary>
/// <remarks>Others are neither the callers nor whose name it is; objects of the root namespace are for the whole mesh.</remarks>
internal sealed class StandingRoutes
{
    private readonly Snapshot _snapshot;
    private readonly ILookup<(string Host, int Port), AccessTarget> _behind;
    private readonly HashSet<(string Host, int Port)> _own;

    private StandingRoutes(Snapshot snapshot, AccessMatrix matrix, Func<AccessTarget, bool> isMeant)
    {
        _snapshot = snapshot;
        _behind = matrix.Cells.Where(cell => isMeant(cell.Target)).ToLookup(cell => (cell.Host, cell.HostPort), cell => cell.Target);

        // Whose calls are all taken has no cells of its own name any more.
        var meant = matrix.Targets.Where(isMeant).ToLookup(target => (target.Cluster, target.Namespace, target.Service));
        _own =
        [
            .. snapshot
                .ClusterNames.Select(snapshot.Cluster)
                .SelectMany(cluster => cluster.Services)
                .SelectMany(one =>
                    meant[(one.Value.Cluster, one.Value.Namespace, one.Value.Name)].Select(target => (Host: one.Key, target.Port))
                ),
        ];
    }

    public static IReadOnlyList<TakenCalls> Of(Snapshot snapshot, AccessMatrix matrix, Func<AccessTarget, bool> isMeant) =>
        [.. new StandingRoutes(snapshot, matrix, isMeant).Of(matrix)];

    private IEnumerable<TakenCalls> Of(AccessMatrix matrix) =>
        from question in matrix.Questions
        where question.IsOfName
        let name = (question.Asked.Host, question.Asked.Port)
        where _own.Contains(name) || _behind.Contains(name)
        let causes = question
            .Trace.Handlings.SelectMany(handling => handling.Because)
            .Select(cause => cause with { Detail = "" })
            .Distinct()
        from cause in causes.Where(cause => cause is { Kind: "VirtualService" or "ServiceEntry", Namespace: not null })
        from caller in question.Callers()
        where caller.IsOutside || caller.Namespace != cause.Namespace
        let plane = _snapshot.ControlPlaneOf(caller.Cluster)
        where cause.Cluster == plane.Name && cause.Namespace != plane.Mesh.RootNamespace && !Owns(caller, name, cause, plane)
        group caller.Namespace by (caller.Cluster, caller.IsOutside, name.Host, name.Port, cause) into same
        orderby same.Key.Cluster, same.Key.Host, same.Key.Port, same.Key.cause.Kind descending, same.Key.cause.Place
        select new TakenCalls(
            same.Key.Cluster,
            [.. same.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            same.Key.Host,
            same.Key.Port,
            same.Key.cause.Kind,
            same.Key.cause.Namespace!,
            same.Key.cause.Name
        );

    // A name is that of its Service, else that of its ServiceEntries and of what answers; what is asked for at a gateway is the Gateway's.
    private bool Owns(AccessCaller caller, (string Host, int Port) name, Cause cause, ClusterSnapshot plane)
    {
        if (plane.Objects.Of(cause.Kind, cause.Namespace!).FirstOrDefault(one => one.Name == cause.Name) is not { } manifest)
        {
            return true;
        }

        var ns = cause.Namespace!;
        var isBehind = !_own.Contains(name) && _behind[name].Any(target => target.Namespace == ns);
        if (cause.Kind == "VirtualService" && (caller.IsOutside || !IsForMesh(manifest)))
        {
            return isBehind || manifest.Spec["gateways"].Texts().Any(gateway => !gateway.Contains('/') || gateway.Split('/')[0] == ns);
        }

        // Calls that somebody's route sends to a ServiceEntry of another name are the route's matter.
        if (
            cause.Kind == "ServiceEntry"
            && !manifest.Spec["hosts"].Texts().Any(host => HostMatch.IsSubset(name.Host, host.ToLowerInvariant()))
        )
        {
            return true;
        }

        var services = _snapshot
            .Registry(plane.Name)
            .Clusters.Select(cluster => cluster.Services.GetValueOrDefault(name.Host))
            .Where(service => service is not null)
            .Select(service => service!.Namespace)
            .ToArray();
        return isBehind
            || services.Contains(ns)
            || (services.Length == 0 && IsOf([.. plane.Entries[name.Host].Select(entry => entry.Namespace).Distinct()], ns, cause.Kind));
    }

    // A name that nobody has is its route's alone, and of several ServiceEntries none is nearer to it than the others.
    private static bool IsOf(string[] entries, string ns, string kind) =>
        entries.Length == 0 || (entries.Contains(ns) && (entries.Length == 1 || kind == "VirtualService"));

    private static bool IsForMesh(Manifest manifest) =>
        manifest.Spec["gateways"].Texts() is var gateways && (gateways.Count == 0 || gateways.Contains(IstioNames.MeshGateway));
}
