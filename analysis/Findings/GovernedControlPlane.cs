using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Findings;

/// <summary>A control plane and the workloads that it configures, in its own cluster and in those that it serves.</summary>
internal sealed class GovernedControlPlane
{
    private readonly IReadOnlyList<Workload> _captured;
    private readonly Dictionary<Manifest, List<Workload>> _workloads = new(ReferenceEqualityComparer.Instance);

    public GovernedControlPlane(Snapshot snapshot, ClusterSnapshot controlPlane, IReadOnlyList<string> clusters)
    {
        ControlPlane = controlPlane;
        Workloads = [.. clusters.Order(StringComparer.Ordinal).SelectMany(cluster => snapshot.Cluster(cluster).Workloads)];
        _captured = [.. Workloads.Where(workload => workload.IsAmbient)];
        foreach (var workload in Workloads)
        {
            foreach (var policy in controlPlane.Policies.Of(workload).Policies)
            {
                (_workloads.TryGetValue(policy.Manifest, out var known) ? known : _workloads[policy.Manifest] = []).Add(workload);
            }
        }
    }

    public ClusterSnapshot ControlPlane { get; }

    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>The AuthorizationPolicies that decide something, with the workloads whose proxies enforce them.</summary>
    public IEnumerable<(AuthorizationPolicyConfig Policy, IReadOnlyList<Workload> Workloads)> Enforced() =>
        from policy in ControlPlane.Policies.All
        where !policy.IsDryRun && policy.Action != AuthorizationAction.Unknown
        // What a rule does not do to sidecars it may do at ztunnel.
        where InAmbient(policy).Count == 0
        let enforcing = WorkloadsOf(policy).Where(workload => workload.IsGateway || workload.Sidecar == SidecarPresence.Present).ToArray()
        where enforcing.Length > 0
        select (policy, (IReadOnlyList<Workload>)enforcing);

    /// <summary>The workloads in ambient mode that a policy is for, whether or not ztunnel is sent it.</summary>
    public IReadOnlyList<Workload> InAmbient(AuthorizationPolicyConfig policy) =>
        [
            .. _captured.Where(workload =>
                (policy.Manifest.Namespace ?? "default") is var ns
                && (ns == workload.Namespace || ns == ControlPlane.Mesh.RootNamespace)
                && policy.Selector.Selects(workload.Labels)
            ),
        ];

    /// <summary>The workloads that a policy is for, whether or not they have a proxy.</summary>
    public IReadOnlyList<Workload> WorkloadsOf(AuthorizationPolicyConfig policy) =>
        _workloads.TryGetValue(policy.Manifest, out var known) ? known : [];
}
