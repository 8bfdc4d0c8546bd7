using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Rules of AuthorizationPolicies.</summary>
internal static class AuthorizationRules
{
    private static readonly Gen<Dictionary<string, object?>> Operations = Gen.OneOf(
        Gen.Elements("/a", "/a*", "*b", "/a/{*}", "/a/{**}", "*").Select(path => Map(("paths", List(path)))),
        Gen.Elements("/a", "/b*").Select(path => Map(("notPaths", List(path)))),
        Gen.Elements("GET", "POST").Select(method => Map(("methods", List(method)))),
        from method in Gen.Elements("GET", "POST")
        from path in Gen.Elements("/a*", "/b")
        select Map(("methods", List(method)), ("paths", List(path, "/ab"))),
        Gen.Elements("httpbin.foo.svc.cluster.local:8000", "httpbin*", "WEB.shop.example", "*.example")
            .Select(host => Map(("hosts", List(host)))),
        Gen.Elements("8080", "9000", "80", "443").Select(port => Map(("ports", List(port)))),
        Gen.Elements("8080", "9000").Select(port => Map(("notPorts", List(port))))
    );

    private static readonly Gen<Dictionary<string, object?>> Sources = Gen.OneOf(
        Gen.Elements(
                "cluster.local/ns/default/sa/sleep",
                "*/sa/curl",
                "cluster.local/ns/bar/*",
                "cluster.local/ns/ci/sa/deployer",
                "cluster.local/ns/ci/sa/deployer",
                "east.example/ns/default/sa/sleep",
                "old.example/ns/default/sa/curl",
                "*"
            )
            .Select(principal => Map(("principals", List(principal)))),
        Gen.Elements("cluster.local/ns/default/sa/sleep", "*").Select(principal => Map(("notPrincipals", List(principal)))),
        Gen.Elements("default", "b*", "*", "*sa", "d*a", Places.Ingress).Select(ns => Map(("namespaces", List(ns)))),
        Gen.Elements("default/sleep", "ci/deployer", "ci/deployer", "bar/*", "curl", "*/curl")
            .Select(account => Map(("serviceAccounts", List(account)))),
        Gen.Elements("cluster.local", "east.example", "west.example", "e*.example", "other")
            .Select(domain => Map(("trustDomains", List(domain)))),
        Gen.Elements("*", "issuer/ann", "issuer/*", "*/bob", "issuer").Select(principal => Map(("requestPrincipals", List(principal)))),
        Gen.Elements("ipBlocks", "remoteIpBlocks").Select(field => Map((field, List("10.0.0.0/8"))))
    );

    private static readonly Gen<Dictionary<string, object?>> Conditions = Gen.OneOf(
        Gen.Elements("a", "b", "*").Select(value => Map(("key", "request.headers[x]"), ("values", List(value)))),
        Gen.Elements("a", "*").Select(value => Map(("key", "request.headers[x]"), ("notValues", List(value)))),
        Gen.Elements("one", "t*").Select(value => Map(("key", "request.auth.claims[group]"), ("values", List(value)))),
        Gen.Elements("one", "two").Select(value => Map(("key", "request.auth.claims[group]"), ("notValues", List(value)))),
        Gen.Elements("bank", "shop").Select(value => Map(("key", "request.auth.audiences"), ("values", List(value)))),
        Gen.Elements("bar", "default").Select(value => Map(("key", "source.namespace"), ("values", List(value)))),
        Gen.Elements("*.shop.example", "*httpbin.foo.svc.cluster.local")
            .Select(value => Map(("key", "connection.sni"), ("values", List(value))))
    );

    public static Gen<object> All { get; } =
        from sources in Some(Sources)
        from operations in Some(Operations)
        from conditions in Some(Conditions)
        select (object)Given(
            ("from", Wrapped("source", sources)),
            ("to", Wrapped("operation", operations)),
            ("when", conditions.Length > 0 ? conditions.ToArray<object?>() : null)
        );

    private static object?[]? Wrapped(string key, Dictionary<string, object?>[] items) =>
        items.Length == 0 ? null : [.. items.Select(item => Map((key, item)))];

    private static Gen<Dictionary<string, object?>[]> Some(Gen<Dictionary<string, object?>> items) =>
        Gen.Frequency((2, items.ArrayOf(0)), (3, items.ArrayOf(1)), (1, items.ArrayOf(2)));
}
