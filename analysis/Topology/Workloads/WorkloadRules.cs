using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>Everything that a workload's own proxy decides by.</summary>
/// <param name="Policies">Its AuthorizationPolicies.</param>
/// <param name="Tokens">The issuers of its RequestAuthentications.</param>
/// <param name="Modes">Its PeerAuthentications.</param>
/// <param name="Extensions">The objects that change its proxy in ways that are not evaluated.</param>
/// <param name="Scope">What it is told of the mesh.</param>
/// <param name="Mesh">The mesh configuration of its control plane.</param>
internal sealed record WorkloadRules(
    IReadOnlyList<AuthorizationPolicyConfig> Policies,
    IReadOnlyList<JwtRule> Tokens,
    PeerAuthenticationModes Modes,
    IReadOnlyList<ProxyExtension> Extensions,
    SidecarScope Scope,
    MeshConfiguration Mesh
);
