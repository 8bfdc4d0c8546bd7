using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation;

/// <summary>The workloads that a caller may be.</summary>
internal static class CallingWorkloads
{
    public static (IReadOnlyList<Workload> Workloads, string? Assumption) Of(Snapshot snapshot, Caller.InMesh caller)
    {
        var known = snapshot
            .Cluster(caller.Cluster)
            .WorkloadsIn(caller.Namespace)
            .Where(workload =>
                caller.TrustDomain is null
                && workload.RunsAs(caller.ServiceAccount)
                && (caller.Labels is null || workload.IsSelectedBy(new(caller.Labels)))
            )
            .Select(workload => WithSidecar(workload, caller.HasSidecar))
            .Select(workload => caller.SourceAddress is { } source ? workload with { PodAddress = source } : workload)
            .OrderBy(workload => workload.Name, StringComparer.Ordinal)
            .ToArray();
        if (known.Length > 0)
        {
            return (known, null);
        }

        var (presence, reason, capture) = ProxyOf(snapshot.Cluster(caller.Cluster), caller);
        var stranger = new Workload
        {
            Cluster = caller.Cluster,
            Namespace = caller.Namespace,
            Kind = "ServiceAccount",
            Name = caller.ServiceAccount,
            Labels = caller.Labels ?? new Dictionary<string, string>(),
            ServiceAccount = caller.ServiceAccount,
            TrustDomain = caller.TrustDomain,
            PodAddress = caller.SourceAddress,
            Sidecar = presence,
            SidecarReason = reason,
            Capture = capture,
            Network = snapshot.Cluster(caller.Cluster).Mesh.Network,
            Redirection = snapshot.Cluster(caller.Cluster).Mesh.Redirection,
        };
        var accounts = snapshot
            .Cluster(caller.Cluster)
            .WorkloadsIn(caller.Namespace)
            .Select(workload => workload.ServiceAccount)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var withSidecar = caller.HasSidecar is null && presence == SidecarPresence.Present ? " with a sidecar" : "";
        return (
            [stranger],
            $"{caller.Cluster} has a workload of the service account {caller.Namespace}/{caller.ServiceAccount}{withSidecar}"
                + Spelling.Nearest(caller.ServiceAccount, accounts)
        );
    }

    private static (SidecarPresence Presence, string Reason, Capture? Capture) ProxyOf(ClusterSnapshot cluster, Caller.InMesh caller)
    {
        if (caller.HasSidecar is { } has)
        {
            return (has ? SidecarPresence.Present : SidecarPresence.Absent, "the question says so", null);
        }

        if (caller.ServiceAccount == Caller.WithoutSidecar)
        {
            return (SidecarPresence.Absent, "it is a client without one", null);
        }

        var labels = cluster.Namespaces.GetValueOrDefault(caller.Namespace);
        if (Hidden(cluster, caller.Namespace) is { } hidden)
        {
            return (SidecarPresence.Unknown, hidden.Reason, null);
        }

        var (capture, unknown) = cluster.Ambient.Of(caller.Namespace, labels, caller.Labels ?? new Dictionary<string, string>(), null);
        return unknown is not null ? (SidecarPresence.Unknown, unknown, null)
            : capture is not null ? (SidecarPresence.Absent, $"{capture.Reason}, for ztunnel", capture)
            : SidecarInjection.InNamespace(caller.Namespace, labels) is { } said ? (said.Presence, said.Reason, (Capture?)null)
            : (SidecarPresence.Present, "it is taken for granted", null);
    }

    private static Unreadable? Hidden(ClusterSnapshot cluster, string name) =>
        cluster.Objects.Of("Namespace").FirstOrDefault(ns => ns.Name == name) is { } found
            ? cluster.Masks.Of(found)?.Hiding("metadata labels istio-injection", $"metadata labels {AmbientCapture.Mode}")
            : null;

    private static Workload WithSidecar(Workload workload, bool? hasSidecar) =>
        hasSidecar is not { } has || workload.Unreadable is not null
            ? workload
            : workload with
            {
                Sidecar = has ? SidecarPresence.Present : SidecarPresence.Absent,
                SidecarReason = "the question says so",
                Capture = null,
                IsGateway = false,
                IsRunning = false,
            };
}
