using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Findings;

/// <summary>The principals of all workloads of a snapshot.</summary>
internal sealed class KnownIdentities
{
    private const int MostPrincipals = 1_000;

    private readonly SortedDictionary<string, List<Workload>> _byPrincipal = new(StringComparer.Ordinal);

    public KnownIdentities(Snapshot snapshot)
    {
        foreach (var cluster in snapshot.ClusterNames)
        {
            var mesh = snapshot.ControlPlaneOf(cluster).Mesh;
            foreach (var workload in snapshot.Cluster(cluster).Workloads.Concat(snapshot.Cluster(cluster).Waypoints.Workloads))
            {
                var principal = workload.IdentityIn(mesh).Principal;
                (_byPrincipal.TryGetValue(principal, out var known) ? known : _byPrincipal[principal] = []).Add(workload);
            }
        }
    }

    /// <summary>All of them, in ordinal order.</summary>
    public IEnumerable<string> Principals => _byPrincipal.Keys;

    /// <summary>The workloads that have one of the principals, by principal.</summary>
    public IEnumerable<(string Principal, IReadOnlyList<Workload> Workloads)> Within(TextSet? principals)
    {
        var known = principals?.Members(MostPrincipals) is { } named
            ? named.Where(_byPrincipal.ContainsKey)
            : _byPrincipal.Keys.Where(principal => principals is null || principals.Contains(principal));
        return known.Select(principal => (principal, (IReadOnlyList<Workload>)_byPrincipal[principal]));
    }
}
