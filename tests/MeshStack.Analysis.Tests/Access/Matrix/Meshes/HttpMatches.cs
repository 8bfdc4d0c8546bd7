using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Matches of HTTP routes.</summary>
internal static class HttpMatches
{
    private static readonly Gen<object> Uri = Gen.OneOf(
        Gen.Elements("/a", "/b").Select(path => (object)Map(("exact", path))),
        Gen.Elements("/", "/a", "/b", "/a/").Select(path => (object)Map(("prefix", path))),
        Gen.Elements("/a.*", "/[ab]").Select(path => (object)Map(("regex", path)))
    );

    private static readonly Gen<object> Methods = from method in Gen.Elements("GET", "POST") select (object)Map(("exact", method));

    public static Gen<Dictionary<string, object?>> All { get; } =
        Gen.OneOf(
            Uri.Select(uri => Map(("uri", uri))),
            from uri in Uri
            from method in Methods
            select Map(("uri", uri), ("method", method)),
            from method in Methods
            select Map(("method", method)),
            Gen.Elements("a", "b").Select(value => Map(("headers", Map(("x", Map(("exact", value))))))),
            Gen.Elements(("prefix", "a"), ("prefix", "b"), ("regex", ".*"), ("regex", "b*"))
                .Select(value => Map(("withoutHeaders", Map(("x", Map((value.Item1, value.Item2))))))),
            from uri in Uri
            from ns in Gen.Elements("default", "bar")
            select Map(("uri", uri), ("sourceNamespace", ns)),
            from uri in Uri
            from labels in Gen.Elements(Map(("app", "curl")), Map(("version", "v2")))
            select Map(("uri", uri), ("sourceLabels", labels)),
            from authority in Gen.Elements(Places.Httpbin, "web.shop.example", "httpbin")
            from form in Gen.Elements("exact", "prefix")
            select Map(("authority", Map((form, authority)))),
            from uri in Uri
            from port in Gen.Elements(80L, 8000L)
            select Map(("uri", uri), ("port", port)),
            from uri in Uri
            from gateway in Gen.Elements("mesh", "istio-ingress/one")
            select Map(("uri", uri), ("gateways", List(gateway))),
            Gen.Elements("mesh", "istio-ingress/one").Select(gateway => Map(("gateways", List(gateway)))),
            from scheme in Gen.Elements("http", "https")
            select Map(("scheme", Map(("exact", scheme))))
        );

    public static Gen<Dictionary<string, object?>[]> None { get; } = Gen.Constant(Array.Empty<Dictionary<string, object?>>());

    /// <summary>The match of one route: nothing, one entry or two.</summary>
    public static Gen<Dictionary<string, object?>[]> Few { get; } = Gen.Frequency((1, None), (4, All.ArrayOf(1)), (1, All.ArrayOf(2)));
}
