using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>AuthorizationPolicies of servers, of gateways and of the mesh.</summary>
internal static class AuthorizationPolicies
{
    public static Gen<Manifest> All { get; } =
        from cluster in Places.Clusters
        from ns in Gen.Elements("foo", "foo", "foo", "foo", Places.Root, Places.Ingress)
        from name in Places.Names
        from selector in Places.Labels
        from action in Gen.Elements("ALLOW", "ALLOW", "ALLOW", "ALLOW", "DENY", "DENY", "DENY", "CUSTOM", "AUDIT")
        from rules in Gen.OneOf(AuthorizationRules.All.ArrayOf(1), AuthorizationRules.All.ArrayOf(2))
        select Security(
            cluster,
            "AuthorizationPolicy",
            ns,
            name,
            Given(
                ("selector", Places.MatchLabels(selector)),
                ("action", action),
                ("provider", action == "CUSTOM" ? Map(("name", CustomPolicies.Authorizer)) : null),
                ("rules", rules.ToArray<object?>())
            )
        );
}
