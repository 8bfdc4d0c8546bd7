using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>VirtualServices of sidecars.</summary>
internal static class VirtualServices
{
    private static readonly Gen<object?[]?> Streams = Gen.Frequency(
        (5, Gen.Constant<object?[]?>(null)),
        (
            1,
            from port in Gen.Elements(9000L, 8443L)
            from host in Gen.Elements(Places.Httpbin, Places.Other)
            select (object?[]?)List(
                Map(("match", List(Map(("port", port)))), ("route", List(HttpRoutes.Destination(host, (int)port, null))))
            )
        )
    );

    private static readonly Gen<object?[]?> Sealed = Gen.Frequency(
        (5, Gen.Constant<object?[]?>(null)),
        (
            1,
            from host in Gen.Elements(Places.Httpbin, Places.Other)
            from labels in Places.Labels
            select (object?[]?)List(
                Map(
                    ("match", List(Given(("sniHosts", List(Places.Httpbin)), ("sourceLabels", labels)))),
                    ("route", List(HttpRoutes.Destination(host, 8443, null)))
                )
            )
        )
    );

    public static Gen<Manifest> All { get; } =
        from cluster in Places.Clusters
        from ns in Gen.Elements("foo", "foo", "default", Places.Root)
        from name in Places.Names
        from hosts in Gen.Elements(
            List(Places.Httpbin),
            List(Places.Httpbin),
            List(Places.Httpbin),
            List("httpbin", Places.Imported),
            List(Places.Imported),
            List(Places.Virtual),
            List("*.foo.svc.cluster.local"),
            List(Places.Other)
        )
        from gateways in Gen.Elements<object?[]?>(null, null, null, ["mesh"], ["istio-ingress/one"])
        from exportTo in Places.ExportTo
        from routes in Gen.OneOf(HttpRoutes.All.ArrayOf(1), HttpRoutes.All.ArrayOf(2), HttpRoutes.All.ArrayOf(3))
        from last in Gen.Frequency((1, HttpRoutes.Default.ArrayOf(1)), (1, HttpRoutes.Default.ArrayOf(0)))
        from tcp in Streams
        from tls in Sealed
        select Networking(
            cluster,
            "VirtualService",
            ns,
            name,
            Given(
                ("hosts", hosts),
                ("gateways", gateways),
                ("exportTo", exportTo),
                ("http", routes.Concat(last).ToArray<object?>()),
                ("tcp", tcp),
                ("tls", tls)
            )
        );
}
