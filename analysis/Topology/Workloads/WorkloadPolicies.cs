using System.Collections.Concurrent;
using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Topology.Gateways;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>The rules of each workload that a control plane configures, found once per workload.</summary>
internal sealed class WorkloadPolicies
{
    private readonly ConcurrentDictionary<Workload, WorkloadRules> _rules = new();
    private readonly ConcurrentDictionary<(Manifest Waypoint, MeshService Service), WorkloadRules> _ofWaypoints = new();
    private readonly ClusterSnapshot _controlPlane;
    private readonly SelectorIndex<AuthorizationPolicyConfig> _policies;
    private readonly SelectorIndex<AuthorizationPolicyConfig> _ztunnels;
    private readonly ILookup<string, AuthorizationPolicyConfig> _targeted;
    private readonly SelectorIndex<Manifest> _peers;
    private readonly ConcurrentDictionary<string, PortMode> _namespaces = new(StringComparer.Ordinal);

    public WorkloadPolicies(ClusterSnapshot controlPlane)
    {
        _controlPlane = controlPlane;
        _peers = new(
            controlPlane.Objects.Of("PeerAuthentication"),
            manifest => manifest.Namespace ?? "default",
            PeerAuthenticationModes.SelectorOf
        );
        var policies = controlPlane
            .Objects.Of("AuthorizationPolicy")
            .Select(manifest => AuthorizationPolicyConfig.From(manifest, controlPlane.Mesh, controlPlane.Masks.Of(manifest)))
            .ToArray();
        All = [.. policies.Where(policy => !policy.Targets.Exist)];
        _targeted = policies
            .Where(policy => policy.Targets.Exist)
            .Select(policy => policy with { Unreadable = policy.Unreadable ?? policy.Targets.Hidden })
            .ToLookup(policy => policy.Manifest.Namespace ?? "default", StringComparer.Ordinal);
        _policies = new(All, policy => policy.Manifest.Namespace ?? "default", policy => policy.Selector);
        _ztunnels = new(
            All.Select(policy => policy.ForZtunnel(controlPlane.Mesh)).OfType<AuthorizationPolicyConfig>(),
            policy => policy.Manifest.Namespace ?? "default",
            policy => policy.Selector
        );
    }

    /// <summary>The AuthorizationPolicies for workloads by their labels.</summary>
    public IReadOnlyList<AuthorizationPolicyConfig> All { get; }

    /// <summary>Those that name their targets.</summary>
    public IEnumerable<AuthorizationPolicyConfig> Targeted => _targeted.SelectMany(policies => policies);

    /// <summary>The rules by which a waypoint decides about what comes to a Service: of policies with targets alone.</summary>
    public WorkloadRules Of(Waypoint waypoint, MeshService service) =>
        _ofWaypoints.GetOrAdd(
            (waypoint.Gateway, service),
            key =>
            {
                var root = _controlPlane.Mesh.RootNamespace;
                var (own, behind) = ((waypoint.Namespace, waypoint.Name), (service.Namespace, service.Name));
                string[] namespaces = [.. new[] { root, waypoint.Namespace, service.Namespace }.Distinct(StringComparer.Ordinal)];
                return new(
                    [
                        .. CustomPolicies.In(
                            [
                                .. namespaces
                                    .SelectMany(ns => _targeted[ns])
                                    .Where(policy => policy.Unreadable is not null || policy.Targets.Attach(own, behind, root)),
                                // Of what is hidden the targets may be.
                                .. All.Where(policy =>
                                    policy.Unreadable is not null && namespaces.Contains(policy.Manifest.Namespace ?? "default")
                                ),
                            ],
                            _controlPlane.Mesh
                        ),
                    ],
                    [
                        .. from ns in namespaces
                        from manifest in _controlPlane.Objects.Of("RequestAuthentication", ns)
                        let targets = new PolicyTargets(manifest)
                        where targets.Exist ? targets.Attach(own, behind, root) : _controlPlane.Masks.Of(manifest)?.Unread is not null
                        from rule in JwtRule.Of(manifest, _controlPlane.Masks.Of(manifest)?.Unread ?? targets.Hidden)
                        select rule,
                    ],
                    PeerAuthenticationModes.From(_peers, _controlPlane.Masks, root, waypoint.Workload),
                    [
                        .. from kind in new[] { "EnvoyFilter", "WasmPlugin", "TrafficExtension" }
                        from ns in namespaces
                        from manifest in _controlPlane.Objects.Of(kind, ns)
                        where new PolicyTargets(manifest).Exist || _controlPlane.Masks.Of(manifest)?.Unread is not null
                        select new ProxyExtension(manifest, true, true, true),
                    ],
                    SidecarScope.From(_controlPlane, waypoint.Workload),
                    _controlPlane.Mesh
                );
            }
        );

    public WorkloadRules Of(Workload workload) => _rules.TryGetValue(workload, out var known) ? known : _rules.GetOrAdd(workload, Find);

    /// <summary>What PeerAuthentications say of a whole namespace, which is all that clients outside of it go by.</summary>
    public PortMode OfNamespace(string ns) =>
        _namespaces.GetOrAdd(
            ns,
            one => PeerAuthenticationModes.OfNamespace(_peers, _controlPlane.Masks, _controlPlane.Mesh.RootNamespace, one)
        );

    private WorkloadRules Find(Workload workload)
    {
        string[] namespaces =
            workload.Namespace == _controlPlane.Mesh.RootNamespace
                ? [workload.Namespace]
                : [_controlPlane.Mesh.RootNamespace, workload.Namespace];
        if (workload.IsAmbient)
        {
            return new(
                [.. namespaces.SelectMany(ns => _ztunnels.Selecting(ns, workload.Labels))],
                [],
                PeerAuthenticationModes.From(_peers, _controlPlane.Masks, _controlPlane.Mesh.RootNamespace, workload),
                [],
                SidecarScope.From(_controlPlane, workload),
                _controlPlane.Mesh
            );
        }

        return new(
            [
                .. CustomPolicies.In(
                    [
                        .. namespaces.SelectMany(ns => _policies.Selecting(ns, workload.Labels)),
                        .. _targeted[workload.Namespace].Where(policy => policy.Targets.Name(workload.Namespace, workload.Labels)),
                    ],
                    _controlPlane.Mesh
                ),
            ],
            [
                .. from ns in namespaces
                from manifest in _controlPlane.Objects.Of("RequestAuthentication", ns)
                let targets = new PolicyTargets(manifest)
                where
                    targets.Exist
                        ? targets.Name(workload.Namespace, workload.Labels)
                        : LabelSelector.From(manifest.Spec["selector"]["matchLabels"]).Selects(workload.Labels)
                from rule in JwtRule.Of(manifest, _controlPlane.Masks.Of(manifest)?.Unread ?? targets.Hidden)
                select rule,
            ],
            PeerAuthenticationModes.From(_peers, _controlPlane.Masks, _controlPlane.Mesh.RootNamespace, workload),
            [.. ProxyExtension.Of(_controlPlane, workload)],
            SidecarScope.From(_controlPlane, workload),
            _controlPlane.Mesh
        );
    }
}
