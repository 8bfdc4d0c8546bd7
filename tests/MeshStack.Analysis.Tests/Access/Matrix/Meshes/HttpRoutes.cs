using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>HTTP routes of VirtualServices.</summary>
internal static class HttpRoutes
{
    private static readonly Dictionary<string, object?> ToHttpbin = Destination(Places.Httpbin, 8000, null);

    private static readonly Gen<Dictionary<string, object?>> Mirrors =
        from host in Gen.Elements(Places.Other, Places.Httpbin)
        select Map(("host", host), ("port", Map(("number", 8000L))));

    // What has no status aborts nothing.
    private static readonly Gen<Dictionary<string, object?>> Aborts =
        from share in Gen.Elements(50.0, 100.0)
        from status in Gen.Elements<(string Key, object? Value)>(
            ("httpStatus", 503L),
            ("httpStatus", 503L),
            ("grpcStatus", "UNAVAILABLE"),
            ("httpStatus", null)
        )
        select Given(("percentage", Map(("value", share))), status);

    public static Gen<object> Destinations { get; } =
        Gen.Frequency(
            (12, Gen.Constant<object>(ToHttpbin)),
            (2, Gen.Constant<object>(Destination(Places.Other, 8000, null))),
            (2, from subset in Gen.Elements("v1", "v2") select (object)Destination(Places.Httpbin, 8000, subset)),
            (1, Gen.Constant<object>(Destination(Places.Imported, 80, null))),
            (1, Gen.Constant<object>(Destination("httpbin", null, null)))
        );

    public static Gen<Dictionary<string, object?>> All { get; } = WithMatches(HttpMatches.Few);

    /// <summary>The last route, which takes everything.</summary>
    public static Gen<Dictionary<string, object?>> Default { get; } = WithMatches(HttpMatches.None);

    public static Dictionary<string, object?> Destination(string host, int? port, string? subset) =>
        Map(
            ("destination", Given(("host", host), ("port", port is { } number ? Map(("number", (long)number)) : null), ("subset", subset)))
        );

    private static Gen<Dictionary<string, object?>> WithMatches(Gen<Dictionary<string, object?>[]> matches) =>
        from match in matches
        from destination in Destinations
        from route in Routes(destination)
        select Given([.. route.Select(entry => (entry.Key, entry.Value)), ("match", match.Length > 0 ? match.ToArray<object?>() : null)]);

    private static Gen<Dictionary<string, object?>> Routes(object destination)
    {
        var plain = Map(("route", List(destination)));
        return Gen.Frequency(
            (12, Gen.Constant(plain)),
            (2, from put in Gen.Elements("/", "/b", "/a/", "/b?c") select With("rewrite", Map(("uri", put)))),
            (1, from authority in Gen.Elements("else.where", Places.Httpbin) select With("rewrite", Map(("authority", authority)))),
            (1, Gen.Constant(With("headers", Map(("request", Map(("set", Map(("x", "a"))))))))),
            (1, Gen.Constant(With("headers", Map(("request", Map(("remove", List("x")), ("add", Map(("y", "b"))))))))),
            (1, Gen.Constant(With("headers", Map(("request", Map(("add", Map(("x", "b"))))))))),
            (1, Aborts.Select(abort => With("fault", Map(("abort", abort))))),
            (1, Mirrors.Select(mirror => With("mirror", mirror))),
            (
                1,
                from mirror in Mirrors
                from share in Gen.Elements(0.0, 50.0, 100.0)
                select With("mirrors", List(Map(("destination", mirror), ("percentage", Map(("value", share))))))
            ),
            (1, Gen.Constant(Map(("redirect", Map(("uri", "/")))))),
            (1, Gen.Constant(Map(("directResponse", Map(("status", 200L)))))),
            (
                2,
                from other in Destinations
                from weight in Gen.Elements(0L, 50L, 100L)
                select Map(("route", List(Weighted(destination, 100 - weight), Weighted(other, weight))))
            )
        );

        Dictionary<string, object?> With(string key, object value) => Map(("route", List(destination)), (key, value));
    }

    private static Dictionary<string, object?> Weighted(object destination, long weight) =>
        new((Dictionary<string, object?>)destination) { ["weight"] = weight };
}
