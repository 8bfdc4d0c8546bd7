using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Policies that name, instead of labels, a gateway of the Gateway API or a Service.</summary>
internal static class TargetedPolicies
{
    public const string GatewayLabel = "gateway.networking.k8s.io/gateway-name";

    /// <summary>The Gateway whose pods the ingress's are, where they are labelled so.</summary>
    public const string Edge = "edge";

    private static readonly Gen<(string Namespace, Dictionary<string, object?> Target)> Targets = Gen.Elements(
        (Places.Ingress, Target("gateway.networking.k8s.io", "Gateway", Edge)),
        (Places.Ingress, Target("gateway.networking.k8s.io", "Gateway", Edge)),
        (Places.Ingress, Target("gateway.networking.k8s.io", "Gateway", "another")),
        ("foo", Target("gateway.networking.k8s.io", "Gateway", Edge)),
        ("foo", Target("", "Service", "httpbin")),
        ("foo", Target("", "Service", "httpbin"))
    );

    public static Gen<Manifest> All { get; } =
        from target in Targets
        from isForTokens in Gen.Elements(false, false, true)
        from action in Gen.Elements("ALLOW", "DENY")
        from rule in AuthorizationRules.All
        from issuer in Gen.Elements("issuer", "other")
        select isForTokens
            ? Security(
                "east",
                "RequestAuthentication",
                target.Namespace,
                "targeted",
                Map(("targetRefs", List(target.Target)), ("jwtRules", List(Map(("issuer", issuer), ("forwardOriginalToken", true)))))
            )
            : Security(
                "east",
                "AuthorizationPolicy",
                target.Namespace,
                "targeted",
                Map(("targetRefs", List(target.Target)), ("action", action), ("rules", List(rule)))
            );

    private static Dictionary<string, object?> Target(string group, string kind, string name) =>
        Map(("group", group), ("kind", kind), ("name", name));
}
