using System.Collections.Concurrent;

namespace MeshStack.Analysis.Access;

/// <summary>The rules of each workload that a control plane configures, found once per workload.</summary>
internal sealed class WorkloadPolicies
{
    private readonly ConcurrentDictionary<Workload, WorkloadRules> _rules = new();
    private readonly ClusterSnapshot _plane;
    private readonly ILookup<string, AuthorizationPolicyConfig> _policies;

    public WorkloadPolicies(ClusterSnapshot plane)
    {
        _plane = plane;
        _policies = plane.Objects.Of("AuthorizationPolicy").Select(manifest => AuthorizationPolicyConfig.Of(manifest, plane.Mesh)).ToLookup(policy => policy.Manifest.Namespace ?? "default", StringComparer.Ordinal);
    }

    public WorkloadRules Of(Workload workload) => _rules.GetOrAdd(workload, Find);

    private WorkloadRules Find(Workload workload)
    {
        string[] spaces = workload.Namespace == _plane.Mesh.RootNamespace ? [workload.Namespace] : [_plane.Mesh.RootNamespace, workload.Namespace];
        return new(
            [.. spaces.SelectMany(space => _policies[space]).Where(policy => !policy.HasTargets && policy.Selector.Selects(workload.Labels))],
            [
                .. from space in spaces
                   from manifest in _plane.Objects.Of("RequestAuthentication", space)
                   where !manifest.Spec["targetRef"].Exists && !manifest.Spec["targetRefs"].HasContent && LabelSelector.Of(manifest.Spec["selector"]["matchLabels"]).Selects(workload.Labels)
                   from rule in manifest.Spec["jwtRules"].Items
                   select new JwtRule(manifest, rule),
            ],
            PeerAuthenticationModes.Of(_plane, workload),
            [.. ProxyExtension.Of(_plane, workload)],
            SidecarScope.Of(_plane, workload));
    }
}
