using MeshStack.Analysis.Access;
using MeshStack.Infra.Offline;

namespace MeshStack.Infra.Access;

/// <summary>A stack as the analysis of access takes it: what it would put on its clusters, and the services and callers that it names.</summary>
public static class StackSnapshot
{
    /// <summary>The snapshot of a stack.</summary>
    public static Snapshot Of(StackComposition stack) => Snapshot.Of(SourcesOf(stack));

    /// <summary>What the snapshot of a stack is made of.</summary>
    public static SnapshotSources SourcesOf(StackComposition stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        var planes = new PlaneView(stack.Definition);
        var servers = DeclaredServers.Of(stack.Definition);
        return new()
        {
            Manifests = [.. stack.Recording.Manifests.Select(planes.AtItsReader)],
            Releases = [.. planes.ReleasesOf(stack.Recording)],
            Services = servers.Services,
            Workloads = [.. servers.Workloads, .. DeclaredCallers.Of(stack.Definition, servers.Workloads)],
            Settings = stack.Definition.Clusters.Where(c => c.Region != null).ToDictionary(c => c.Name, c => new ClusterSettings { Region = c.Region }, StringComparer.Ordinal),
            Gateways = [.. StackGateways.Of(stack)],
        };
    }
}
