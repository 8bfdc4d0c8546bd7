using MeshStack.Analysis.Access;
using MeshStack.Analysis;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Reports;
using MeshStack.Infra.Definition;

namespace MeshStack.Cli.Commands;

/// <summary>What callers of the other clusters lose where one cluster is down: its pods and gateways, and its services where no other cluster has them.</summary>
/// <remarks>Proxies keep the configuration that they have, so a control plane that is down takes nothing away by itself.</remarks>
internal static class AccessLoss
{
    /// <exception cref="BadQuestionException">There is no such cluster.</exception>
    public static AccessDifference Of(Snapshot snapshot, SnapshotSources sources, string cluster)
    {
        if (!snapshot.ClusterNames.Contains(cluster))
        {
            throw new BadQuestionException([$"--without: there is no cluster '{cluster}'{Spelling.Suggest(cluster, snapshot.ClusterNames)}"]);
        }

        var remaining = sources with
        {
            Manifests = [.. sources.Manifests.Where(m => m.Cluster != cluster || !Runs(m.Kind))],
            Releases = [.. sources.Releases.Where(r => r.Cluster != cluster || !r.Chart.EndsWith("gateway", StringComparison.Ordinal))],
            Workloads = [.. sources.Workloads.Where(w => w.Cluster != cluster)],
        };
        var all = AccessDifference.Between(snapshot, Snapshot.Of(remaining));
        return all with { Changes = [.. all.Changes.Where(c => c.Caller.Cluster != cluster)] };
    }

    private static bool Runs(string kind) => kind is "Pod" or "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ReplicationController" or "Job" or "CronJob" or "WorkloadEntry";
}
