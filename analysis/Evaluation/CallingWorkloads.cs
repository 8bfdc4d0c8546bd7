using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
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
                workload.RunsAs(caller.ServiceAccount) && (caller.Labels is null || workload.IsSelectedBy(new(caller.Labels)))
            )
            .Select(workload => WithSidecar(workload, caller.HasSidecar))
            .OrderBy(workload => workload.Name, StringComparer.Ordinal)
            .ToArray();
        if (known.Length > 0)
        {
            return (known, null);
        }

        var stranger = new Workload
        {
            Cluster = caller.Cluster,
            Namespace = caller.Namespace,
            Kind = "ServiceAccount",
            Name = caller.ServiceAccount,
            Labels = caller.Labels ?? new Dictionary<string, string>(),
            ServiceAccount = caller.ServiceAccount,
            Sidecar = caller.HasSidecar == false ? SidecarPresence.Absent : SidecarPresence.Present,
            SidecarReason = "it is taken for granted",
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
        return (
            [stranger],
            $"{caller.Cluster} has a workload of the service account "
                + $"{caller.Namespace}/{caller.ServiceAccount}{(caller.HasSidecar is null ? " with a sidecar" : "")}"
                + Spelling.Nearest(caller.ServiceAccount, accounts)
        );
    }

    private static Workload WithSidecar(Workload workload, bool? hasSidecar) =>
        hasSidecar is not { } has || workload.Unreadable is not null
            ? workload
            : workload with
            {
                Sidecar = has ? SidecarPresence.Present : SidecarPresence.Absent,
                SidecarReason = "the question says so",
                IsGateway = false,
                IsRunning = false,
            };
}
