using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Preview.Access;

/// <summary>A mesh as the analysis of access takes it: what would be put on its clusters, and the services and callers that it
/// names.</summary>
public static class MeshSnapshot
{
    /// <summary>The snapshot of a mesh.</summary>
    public static Snapshot Of(ComposedMesh mesh) => Snapshot.From(SourcesOf(mesh));

    /// <summary>What the snapshot of a mesh is made of.</summary>
    public static SnapshotSources SourcesOf(ComposedMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        var controlPlanes = new ControlPlaneView(mesh.Facts);
        var servers = DeclaredServers.From(mesh.Facts);
        return new()
        {
            Manifests = [.. mesh.Recording.Manifests.Select(controlPlanes.RehomeFor)],
            Releases = [.. controlPlanes.ReleasesOf(mesh.Recording)],
            Services = servers.Services,
            Workloads = [.. servers.Workloads, .. DeclaredCallers.Of(mesh.Facts, servers.Workloads)],
            Settings = mesh
                .Facts.Clusters.Values.Where(c => c.Region is not null || c.IsGiven)
                .ToDictionary(c => c.Name, Settings, StringComparer.Ordinal),
            Gateways =
            [
                .. mesh
                    .Facts.Gateways.OrderBy(g => g.Cluster, StringComparer.Ordinal)
                    .ThenBy(g => g.Name, StringComparer.Ordinal)
                    .Select(g => new Analysis.Topology.GatewayAddress(g.Cluster, g.Namespace, g.Name, g.Address.ToString())),
            ],
        };
    }

    // What a mesh installs says of itself how it is configured.
    private static ClusterSettings Settings(PlannedCluster cluster) =>
        cluster.IsGiven
            ? new()
            {
                Region = cluster.Region,
                Network = cluster.Role.Identity.Network,
                TrustDomain = cluster.Role.Identity.TrustDomain,
                RootNamespace = cluster.Role.SystemNamespace,
            }
            : new() { Region = cluster.Region };
}
