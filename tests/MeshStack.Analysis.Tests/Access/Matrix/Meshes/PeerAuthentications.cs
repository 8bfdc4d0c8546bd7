using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>PeerAuthentications of the mesh, of namespaces, of workloads and of their ports.</summary>
internal static class PeerAuthentications
{
    private static readonly Gen<object?> Modes =
        from mode in Gen.Elements<string?>("STRICT", "STRICT", "STRICT", "DISABLE", "DISABLE", "PERMISSIVE", "UNSET", null)
        select mode is null ? null : (object?)Map(("mode", mode));

    /// <summary>Workloads that ask for mTLS in a namespace without it.</summary>
    public static Gen<Manifest[]> StrictWithin { get; } =
        from cluster in Places.Clusters
        from mode in Gen.Elements("STRICT", "STRICT", "PERMISSIVE")
        select new[]
        {
            Security(cluster, "PeerAuthentication", "foo", "default", Map(("mtls", Map(("mode", "DISABLE"))))),
            Security(
                cluster,
                "PeerAuthentication",
                "foo",
                "strict",
                Map(("selector", Places.MatchLabels(Map(("app", "httpbin")))), ("mtls", Map(("mode", mode))))
            ),
        };

    public static Gen<Manifest> All { get; } =
        from cluster in Places.Clusters
        from ns in Gen.Elements("foo", "foo", "foo", Places.Root, "default")
        from name in Places.Names
        from selector in Places.Labels
        from whole in Modes
        from port in Gen.Elements("8080", "9000", "8443")
        from own in Modes
        select Security(
            cluster,
            "PeerAuthentication",
            ns,
            name,
            Given(
                ("selector", Places.MatchLabels(selector)),
                ("mtls", whole),
                ("portLevelMtls", selector is not null && own is not null ? Map((port, own)) : null)
            )
        );
}
