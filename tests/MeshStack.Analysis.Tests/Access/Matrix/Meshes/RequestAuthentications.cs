using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>RequestAuthentications of servers and of the ingress.</summary>
internal static class RequestAuthentications
{
    public static Gen<Manifest> All { get; } =
        from cluster in Places.Clusters
        from ns in Gen.Elements("foo", "foo", Places.Root, Places.Ingress)
        from name in Places.Names
        from selector in Places.Labels
        from issuer in Gen.Elements("issuer", "issuer", "other")
        from forward in Gen.Elements(true, false)
        from audiences in Gen.Elements(List("shop"), List())
        select Security(
            cluster,
            "RequestAuthentication",
            ns,
            name,
            Given(
                ("selector", Places.MatchLabels(selector)),
                ("jwtRules", List(Map(("issuer", issuer), ("forwardOriginalToken", forward), ("audiences", audiences))))
            )
        );
}
