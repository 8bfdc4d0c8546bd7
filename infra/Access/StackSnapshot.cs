using MeshStack.Analysis.Access;
using MeshStack.Infra.Offline;

namespace MeshStack.Infra.Access;

/// <summary>A stack as the analysis of access takes it: what it would put on its clusters, and the services and callers that it names.</summary>
public static class StackSnapshot
{
    /// <summary>The snapshot of a stack.</summary>
    public static Snapshot Of(StackPreview preview) => Snapshot.Of(SourcesOf(preview));

    /// <summary>What the snapshot of a stack is made of.</summary>
    public static SnapshotSources SourcesOf(StackPreview preview)
    {
        ArgumentNullException.ThrowIfNull(preview);
        var planes = new PlaneView(preview.Definition);
        var servers = DeclaredServers.Of(preview.Definition);
        return new()
        {
            Manifests = [.. preview.Recording.Manifests.Select(planes.AtItsReader)],
            Releases = [.. planes.ReleasesOf(preview.Recording)],
            Services = servers.Services,
            Workloads = [.. servers.Workloads, .. DeclaredCallers.Of(preview.Definition, servers.Workloads)],
            Gateways = [.. StackGateways.Of(preview)],
        };
    }
}
