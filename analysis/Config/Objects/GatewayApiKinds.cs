namespace MeshStack.Analysis.Config.Objects;

/// <summary>The kinds of the Gateway API that istiod serves.</summary>
internal static class GatewayApiKinds
{
    public const string Group = "gateway.networking.k8s.io";

    public static IReadOnlyList<string> Routes { get; } = ["GRPCRoute", "HTTPRoute", "TCPRoute", "TLSRoute"];

    public static IEnumerable<Manifest> RoutesOf(ClusterObjects objects) => Routes.SelectMany(kind => objects.Of($"{Group}/{kind}"));
}
