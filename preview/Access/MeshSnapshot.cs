using MeshStack.Analysis.Config.Mesh;
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
        var servers = DeclaredServers.From(mesh.Facts);
        var ambient = AmbientNamespaces(mesh.Recording);
        var places = PlacesOf(mesh.Facts);
        var sources = new SnapshotSources
        {
            Manifests = [.. mesh.Recording.Manifests],
            Releases =
            [
                .. mesh.Recording.HelmReleases.Select(release => new ChartRelease(
                    release.Cluster,
                    release.Namespace,
                    release.Name,
                    release.Chart,
                    release.Values
                )
                {
                    Version = release.Version,
                }),
            ],
            Unbuilt = Unread(mesh.Recording),
            Services = [.. servers.Services, .. ExistingGateways.Services(mesh.Facts)],
            Workloads =
            [
                .. servers
                    .Workloads.Concat(DeclaredCallers.Of(mesh.Facts, servers.Workloads))
                    .Select(workload =>
                        ambient.Contains((workload.Cluster, workload.Namespace)) ? workload with { HasSidecar = false } : workload
                    ),
                .. ExistingGateways.Workloads(mesh.Facts),
            ],
            Settings = mesh
                .Facts.Clusters.Values.Where(c => c.Region is not null || c.Given is not null || places.ContainsKey(c.Name))
                .ToDictionary(c => c.Name, c => Settings(c, places.GetValueOrDefault(c.Name)), StringComparer.Ordinal),
            Gateways =
            [
                .. mesh
                    .Facts.Gateways.OrderBy(g => g.Cluster, StringComparer.Ordinal)
                    .ThenBy(g => g.Name, StringComparer.Ordinal)
                    .Select(g => new Analysis.Topology.GatewayAddress(g.Cluster, g.Namespace, g.Name, g.Address.ToString())),
            ],
        };
        return ControlPlaneView.Of(sources);
    }

    // What intents call a workload with a sidecar is one that a proxy serves: there it is ztunnel.
    private static HashSet<(string Cluster, string Namespace)> AmbientNamespaces(Recording recording) =>
        [
            .. recording
                .Manifests.Where(manifest => manifest is { Kind: "Namespace", Group: "" })
                .Where(manifest => Field.From(manifest.Body)["metadata"]["labels"]["istio.io/dataplane-mode"].Text == "ambient")
                .Select(manifest => (manifest.Cluster, manifest.Name)),
        ];

    // Of what a provider alone can tell nothing is known, so that any object may be among it.
    private static Dictionary<string, string> Unread(Recording recording) =>
        recording
            .Resources.Where(resource => resource is { IsOpaque: true, Cluster: not null })
            .Select(resource => (Resource: resource, File: resource.Inputs.GetValueOrDefault("file") as string))
            .Where(one => one.File is not { } file || !ObjectBundles.HasDefinitionsAlone(file))
            .GroupBy(one => one.Resource.Cluster!, StringComparer.Ordinal)
            .ToDictionary(own => own.Key, own => own.Select(one => WhyUnread(one.Resource, one.File)).First(), StringComparer.Ordinal);

    private static string WhyUnread(RecordedResource resource, string? file) =>
        file is null ? $"{resource} makes objects that only its provider can tell" : $"{resource} applies {file}, which is not read";

    // Which cluster serves which is said where one serves another, and is then said of all: those that serve have guests.
    private static Dictionary<string, ControlPlanePlace> PlacesOf(MeshFacts facts)
    {
        var roles = facts.Clusters.Values.Select(cluster => cluster.Role).ToArray();
        return roles.All(role => role.RunsIstiod && role.ConfiguredIn == role.Identity.Name)
            ? []
            : roles.ToDictionary(
                role => role.Identity.Name,
                role => new ControlPlanePlace(role.ServedBy, role.SystemNamespace, role.ConfiguredIn),
                StringComparer.Ordinal
            );
    }

    // What a mesh installs says of itself how it is configured.
    private static ClusterSettings Settings(PlannedCluster cluster, ControlPlanePlace? place) =>
        cluster.Given is { } given
            ? new()
            {
                Region = cluster.Region,
                ControlPlane = place,
                IstioVersion = cluster.Versions is [var version] ? version : null,
                Revisions = given.Revisions.Count > 0 ? given.Revisions : null,
                Network = cluster.Role.Identity.Network,
                TrustDomain = cluster.Role.Identity.TrustDomain,
                TrustDomainAliases = given.TrustDomainAliases.Count > 0 ? given.TrustDomainAliases : null,
                CaTrustDomains = given.CaTrustDomains.Count > 0 ? given.CaTrustDomains : null,
                RootNamespace = given.RootNamespace,
                OutboundTrafficPolicy = given.OutboundTrafficPolicy,
                DnsCapture = given.DnsCapture,
            }
            : new() { Region = cluster.Region, ControlPlane = place };
}
