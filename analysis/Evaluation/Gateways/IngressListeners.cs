using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Gateways;

/// <summary>The ports that a Sidecar opens in place of those that Services are in front of.</summary>
/// <remarks>Source: buildInboundChainConfigs in pilot/pkg/networking/core/listener_inbound.go of istio/istio.</remarks>
internal static class IngressListeners
{
    public static Field? On(SidecarScope scope, int port) =>
        All(scope).FirstOrDefault(listener => listener["port"]["number"].Port() == port);

    /// <summary>The protocol that the Sidecar says of a port; what it does not name is passed through as it is seen. Null where it names
    /// none.</summary>
    public static ServiceProtocol.Kind? ProtocolOf(SidecarScope scope, int port) =>
        All(scope).Count == 0 ? null
        : On(scope, port) is { } listener ? ServiceProtocol.Parse(listener["port"]["protocol"].Text)
        : ServiceProtocol.Kind.Detected;

    private static IReadOnlyList<Field> All(SidecarScope scope) => scope.Sidecar?.Spec["ingress"].Items ?? [];
}
