using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>DestinationRules: TLS of all, of a port and of subsets.</summary>
internal static class DestinationRules
{
    private static readonly Gen<Dictionary<string, object?>> Tls =
        from mode in Gen.Elements("DISABLE", "ISTIO_MUTUAL", "ISTIO_MUTUAL", "SIMPLE", "MUTUAL")
        select Map(("mode", mode));

    private static readonly Gen<Dictionary<string, object?>?> Policies = Gen.Frequency(
        (3, Gen.Constant<Dictionary<string, object?>?>(null)),
        (1, Gen.Constant<Dictionary<string, object?>?>(Map(("connectionPool", Map(("tcp", Map(("maxConnections", 9L)))))))),
        (3, from tls in Tls select (Dictionary<string, object?>?)Map(("tls", tls))),
        (
            1,
            from tls in Tls
            from port in Gen.Elements(8000L, 9000L)
            select (Dictionary<string, object?>?)Map(("portLevelSettings", List(Map(("port", Map(("number", port))), ("tls", tls)))))
        )
    );

    private static readonly Gen<object> Subsets =
        from name in Gen.Elements("v1", "v2")
        from version in Gen.Elements("v1", "v2", "v3")
        from policy in Policies
        select (object)Given(("name", name), ("labels", Map(("version", version))), ("trafficPolicy", policy));

    public static Gen<Manifest> All { get; } =
        from cluster in Places.Clusters
        from ns in Gen.Elements("foo", "foo", "foo", "default", "bar", Places.Root, Places.Ingress)
        from name in Places.Names
        from host in Gen.Elements(
            Places.Httpbin,
            Places.Httpbin,
            Places.Httpbin,
            "*.foo.svc.cluster.local",
            "*.local",
            Places.Imported,
            Places.Other,
            Places.Vendor
        )
        from policy in Policies
        from subsets in Gen.Frequency((1, Subsets.ArrayOf(0)), (2, Subsets.ArrayOf(2)))
        from selector in Gen.Frequency((3, Gen.Constant<Dictionary<string, object?>?>(null)), (1, Places.Labels))
        from exportTo in Places.ExportTo
        select Networking(
            cluster,
            "DestinationRule",
            ns,
            name,
            Given(
                ("host", host),
                ("trafficPolicy", policy),
                ("subsets", subsets.Length > 0 ? subsets.ToArray<object?>() : null),
                ("workloadSelector", Places.MatchLabels(selector)),
                ("exportTo", exportTo)
            )
        );
}
