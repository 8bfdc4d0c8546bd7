using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>VirtualServices that are bound to the ingress.</summary>
internal static class GatewayRouting
{
    private static readonly Gen<object?[]> Sealed =
        from names in Gen.Elements(List("*.shop.example"), List("*.shop.example"), List("web.shop.example"), List("api.shop.example"))
        from host in Gen.Elements(Places.Httpbin, Places.Other)
        select List(Map(("match", List(Map(("sniHosts", names)))), ("route", List(HttpRoutes.Destination(host, 8443, null)))));

    private static readonly Gen<object?[]> Streams =
        from port in Gen.Elements<long?>(null, null, Gateways.Stream, Gateways.Tls)
        from target in Gen.Elements(9000, 9000, 7000, 8000)
        select List(
            Given(
                ("match", port is { } number ? List(Map(("port", number))) : null),
                ("route", List(HttpRoutes.Destination(Places.Httpbin, target, null)))
            )
        );

    public static Gen<Manifest> All { get; } =
        from ns in Gen.Elements(Places.Ingress, Places.Ingress, "foo")
        from gateway in Places.Names
        from one in Of(ns, gateway)
        select one;

    /// <summary>A Gateway and a VirtualService for it.</summary>
    public static Gen<Manifest[]> Bound { get; } =
        from ns in Gen.Elements(Places.Ingress, Places.Ingress, Places.Ingress, "foo")
        from name in Places.Names
        from gateway in Gateways.Of(ns, name)
        from service in Of(ns, name)
        select new[] { gateway, service };

    /// <summary>A Gateway that redirects, beside others, with a VirtualService for it or without.</summary>
    public static Gen<Manifest[]> Redirected { get; } =
        from isBound in Gen.Elements(true, false)
        from service in Of(Places.Ingress, Gateways.Redirecting.Name)
        select isBound ? new[] { Gateways.Redirecting, service } : [Gateways.Redirecting];

    private static Gen<Manifest> Of(string gatewaySpace, string gateway) =>
        from ns in Gen.Elements("foo", "foo", Places.Ingress, "default")
        from name in Gen.Elements("web", "two")
        from hosts in Gen.Elements(
            List("web.shop.example"),
            List("*.shop.example"),
            List("*.shop.example"),
            List("*"),
            List("*"),
            List("*"),
            List("*"),
            List("*"),
            List("web.shop.example", "api.shop.example")
        )
        from isShort in Gen.Elements(true, false)
        from mesh in Gen.Elements(true, false, false, false, false)
        from exportTo in Gen.Frequency((5, Gen.Constant<object?[]?>(null)), (1, Places.ExportTo))
        from routes in Gen.OneOf(HttpRoutes.All.ArrayOf(0), HttpRoutes.All.ArrayOf(1), HttpRoutes.All.ArrayOf(2))
        from last in Gen.Frequency((4, HttpRoutes.Default.ArrayOf(1)), (1, HttpRoutes.All.ArrayOf(1)))
        from tls in Gen.Frequency((1, Gen.Constant<object?[]?>(null)), (5, Sealed.Select(list => (object?[]?)list)))
        from tcp in Gen.Frequency((1, Gen.Constant<object?[]?>(null)), (5, Streams.Select(list => (object?[]?)list)))
        let bound = isShort && ns == gatewaySpace ? gateway : $"{gatewaySpace}/{gateway}"
        select Networking(
            "east",
            "VirtualService",
            ns,
            name,
            Given(
                ("hosts", hosts),
                ("gateways", mesh && !hosts.Contains("*") ? List(bound, "mesh") : List(bound)),
                ("exportTo", exportTo),
                ("http", routes.Concat(last).ToArray<object?>()),
                ("tls", tls),
                ("tcp", tcp)
            )
        );
}
