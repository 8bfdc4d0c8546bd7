using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Access;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>A mesh of two clusters with a few workloads, and whatever objects a test puts into it.</summary>
internal static class SmallMesh
{
    public const string Httpbin = "httpbin.foo.svc.cluster.local";

    private static readonly string[] Paths = ["/", "/a", "/ab", "/a/b", "/b", "/b/c"];

    private static readonly Gen<object> UriMatch = Gen.OneOf(
        Gen.Elements("/a", "/b").Select(path => (object)Map(("exact", path))),
        Gen.Elements("/", "/a", "/b", "/a/").Select(path => (object)Map(("prefix", path))),
        Gen.Elements("/a.*", "/[ab]").Select(path => (object)Map(("regex", path))));

    private static readonly Gen<Dictionary<string, object?>> Match = Gen.OneOf(
        UriMatch.Select(uri => Map(("uri", uri))),
        from uri in UriMatch from method in Gen.Elements("GET", "POST") select Map(("uri", uri), ("method", Map(("exact", method)))),
        Gen.Elements("a", "b").Select(value => Map(("headers", Map(("x", Map(("exact", value))))))),
        Gen.Elements("a", "b").Select(value => Map(("withoutHeaders", Map(("x", Map(("prefix", value))))))),
        from uri in UriMatch from space in Gen.Elements("default", "bar") select Map(("uri", uri), ("sourceNamespace", space)),
        from uri in UriMatch select Map(("uri", uri), ("sourceLabels", Map(("app", "curl")))));

    private static readonly Gen<Dictionary<string, object?>> Route =
        from matches in Gen.Frequency((1, Gen.Constant(new List<Dictionary<string, object?>>())), (4, Match.ListOf(1).Select(list => list.ToList())), (1, Match.ListOf(2).Select(list => list.ToList())))
        from destination in Gen.Elements("httpbin", "other", "httpbin.foo.svc.cluster.local")
        from extra in Gen.Elements("", "", "", "rewrite", "rewrite", "redirect", "abort", "set", "remove", "weights", "authority")
        from put in Gen.Elements("/", "/b", "/a/")
        select RouteOf(matches, destination, extra, put);

    private static readonly Gen<Dictionary<string, object?>> Operation = Gen.OneOf(
        Gen.Elements("/a", "/a*", "*b", "/a/{*}", "*").Select(path => Map(("paths", List(path)))),
        Gen.Elements("/a", "/b*").Select(path => Map(("notPaths", List(path)))),
        Gen.Elements("GET", "POST").Select(method => Map(("methods", List(method)))),
        from method in Gen.Elements("GET", "POST") from path in Gen.Elements("/a*", "/b") select Map(("methods", List(method)), ("paths", List(path, "/ab"))),
        Gen.Elements("httpbin.foo.svc.cluster.local:8000", "httpbin*").Select(host => Map(("hosts", List(host)))),
        Gen.Elements("8080", "9000").Select(port => Map(("ports", List(port)))));

    private static readonly Gen<Dictionary<string, object?>> Source = Gen.OneOf(
        Gen.Elements("cluster.local/ns/default/sa/sleep", "*/sa/curl", "cluster.local/ns/bar/*", "*").Select(principal => Map(("principals", List(principal)))),
        Gen.Elements("cluster.local/ns/default/sa/sleep", "*").Select(principal => Map(("notPrincipals", List(principal)))),
        Gen.Elements("default", "b*", "*").Select(space => Map(("namespaces", List(space)))),
        Gen.Elements("default/sleep", "bar/*", "curl", "*/curl").Select(account => Map(("serviceAccounts", List(account)))),
        Gen.Elements("cluster.local", "other").Select(domain => Map(("trustDomains", List(domain)))),
        Gen.Elements("*", "issuer/ann", "issuer/*", "*/bob").Select(principal => Map(("requestPrincipals", List(principal)))),
        Gen.Constant(Map(("ipBlocks", List("10.0.0.0/8")))));

    private static readonly Gen<Dictionary<string, object?>> Condition = Gen.OneOf(
        Gen.Elements("a", "b", "*").Select(value => Map(("key", "request.headers[x]"), ("values", List(value)))),
        Gen.Elements("a", "*").Select(value => Map(("key", "request.headers[x]"), ("notValues", List(value)))),
        Gen.Elements("one", "t*").Select(value => Map(("key", "request.auth.claims[group]"), ("values", List(value)))),
        Gen.Elements("one", "two").Select(value => Map(("key", "request.auth.claims[group]"), ("notValues", List(value)))),
        Gen.Elements("bank", "shop").Select(value => Map(("key", "request.auth.audiences"), ("values", List(value)))),
        Gen.Elements("bar", "default").Select(value => Map(("key", "source.namespace"), ("values", List(value)))));

    private static readonly Gen<Dictionary<string, object?>> Rule =
        from sources in Some(Source)
        from operations in Some(Operation)
        from conditions in Some(Condition)
        select Map(("from", sources.Select(source => (object?)Map(("source", source))).ToArray()), ("to", operations.Select(operation => (object?)Map(("operation", operation))).ToArray()), ("when", conditions.ToArray<object?>()));

    private static readonly Gen<Manifest> Object = Gen.Frequency(
        (4, from cluster in Cluster
            from space in Gen.Elements("foo", "foo", "default", "istio-system")
            from name in Name
            from routes in Route.ListOf(2)
            select Of(cluster, "networking.istio.io/v1", "VirtualService", space, name, Map(("hosts", List(Httpbin)), ("http", routes.ToArray<object?>())))),
        (6, from cluster in Cluster
            from space in Gen.Elements("foo", "foo", "foo", "istio-system")
            from name in Name
            from action in Gen.Elements("ALLOW", "ALLOW", "ALLOW", "DENY", "DENY", "CUSTOM", "AUDIT")
            from rules in Gen.OneOf(Rule.ListOf(1), Rule.ListOf(2))
            select Of(cluster, "security.istio.io/v1", "AuthorizationPolicy", space, name, Map(("action", action), ("provider", Map(("name", "authorizer"))), ("rules", rules.ToArray<object?>())))),
        (2, from cluster in Cluster from space in Gen.Elements("foo", "istio-system") from name in Name from mode in Gen.Elements("STRICT", "DISABLE", "PERMISSIVE") select Of(cluster, "security.istio.io/v1", "PeerAuthentication", space, name, Map(("mtls", Map(("mode", mode)))))),
        (1, from cluster in Cluster from forward in Gen.Elements(true, false) from audiences in Gen.Elements(new object?[] { "shop" }, []) select Of(cluster, "security.istio.io/v1", "RequestAuthentication", "foo", "jwt", Map(("jwtRules", List(Map(("issuer", "issuer"), ("forwardOriginalToken", forward), ("audiences", audiences))))))),
        (2, from cluster in Cluster from space in Gen.Elements("foo", "default", "bar") from mode in Gen.Elements("DISABLE", "ISTIO_MUTUAL", "SIMPLE") select Of(cluster, "networking.istio.io/v1", "DestinationRule", space, "tls", Map(("host", Httpbin), ("trafficPolicy", Map(("tls", Map(("mode", mode)))))))),
        (1, from cluster in Cluster from space in Gen.Elements("foo", "default", "istio-system") from hosts in Gen.Elements(List("./*"), List("foo/*"), List("*/other.foo.svc.cluster.local")) from mode in Gen.Elements("REGISTRY_ONLY", "ALLOW_ANY") select Of(cluster, "networking.istio.io/v1", "Sidecar", space, "scope", Map(("egress", List(Map(("hosts", hosts)))), ("outboundTrafficPolicy", Map(("mode", mode)))))));

    public static Gen<IReadOnlyList<Manifest>> Objects { get; } = from count in Gen.Choose(0, 7)
                                                                  from objects in Object.ListOf(count)
                                                                  select (IReadOnlyList<Manifest>)[.. objects.DistinctBy(manifest => (manifest.Cluster, manifest.Kind, manifest.Namespace, manifest.Name))];

    public static Gen<(Caller Caller, Request Request)> Requests { get; } =
        from caller in Gen.Elements(("east", "default", "sleep"), ("east", "default", "curl"), ("east", "bar", "curl"), ("east", "legacy", "legacy"), ("west", "default", "sleep"))
        from host in Gen.Elements((Httpbin, 8000), (Httpbin, 8000), (Httpbin, 9000), ("other.foo.svc.cluster.local", 8000))
        from method in Gen.Elements("GET", "POST")
        from path in Gen.Elements(Paths)
        from header in Gen.Elements(null, "a", "b", "")
        from token in Gen.Elements(null, new Token("issuer", "ann"), new Token("issuer", "bob") { Audiences = ["shop"] }, new Token("other", "ann"))
        from groups in Gen.Elements(new string[][] { [], ["one"], ["two", "one"] })
        select ((Caller)new Caller.InMesh(caller.Item1, caller.Item2, caller.Item3), new Request
        {
            Host = host.Item1,
            Port = host.Item2,
            Protocol = host.Item2 == 9000 ? RequestProtocol.Tcp : RequestProtocol.Http,
            Method = method,
            Path = path,
            Headers = header is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["x"] = header },
            Token = token is null ? null : token with { Claims = new Dictionary<string, IReadOnlyList<string>> { ["group"] = groups } },
        });

    private static Gen<string> Cluster => Gen.Elements("east", "east", "east", "west");

    private static Gen<string> Name => Gen.Elements("one", "two");

    public static Snapshot Snapshot(IReadOnlyList<Manifest> objects, bool areJoined = true) => Analysis.Access.Snapshot.Of(Sources(objects, areJoined));

    public static SnapshotSources Sources(IReadOnlyList<Manifest> objects, bool areJoined = true) => new()
    {
        Manifests = objects,
        Workloads =
        [
            WorkloadOf("east", "default", "sleep"), WorkloadOf("east", "default", "curl"), WorkloadOf("east", "bar", "curl"), WorkloadOf("east", "legacy", "legacy", hasSidecar: false),
            WorkloadOf("east", "foo", "httpbin"), WorkloadOf("east", "foo", "other"), WorkloadOf("west", "default", "sleep"), WorkloadOf("west", "foo", "httpbin"),
        ],
        Services = [ServiceOf("east", "httpbin"), ServiceOf("east", "other"), ServiceOf("west", "httpbin")],
        Settings = new Dictionary<string, ClusterSettings> { ["east"] = new() { RemoteSecretsTo = areJoined ? ["west"] : null }, ["west"] = new() { RemoteSecretsTo = areJoined ? ["east"] : null } },
    };

    public static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) => entries.ToDictionary(entry => entry.Key, entry => entry.Value);

    public static object?[] List(params object?[] items) => items;

    public static Manifest Of(string cluster, string apiVersion, string kind, string space, string name, Dictionary<string, object?> spec) =>
        Manifest.From(cluster, Map(("apiVersion", apiVersion), ("kind", kind), ("metadata", Map(("name", name), ("namespace", space), ("creationTimestamp", $"2024-01-0{(name == "one" ? 1 : 2)}T00:00:00Z"))), ("spec", spec)));

    private static Gen<List<Dictionary<string, object?>>> Some(Gen<Dictionary<string, object?>> items) =>
        Gen.Frequency((2, Gen.Constant(new List<Dictionary<string, object?>>())), (3, items.ListOf(1).Select(list => list.ToList())), (1, items.ListOf(2).Select(list => list.ToList())));

    private static Dictionary<string, object?> RouteOf(List<Dictionary<string, object?>> matches, string destination, string extra, string put)
    {
        var one = Map(("destination", Map(("host", destination == "httpbin" || destination == "other" ? $"{destination}.foo.svc.cluster.local" : destination), ("port", Map(("number", 8000L))))));
        var route = extra == "redirect" ? Map(("redirect", Map(("uri", "/")))) : Map(("route", List(one)));
        switch (extra)
        {
            case "rewrite":
                route["rewrite"] = Map(("uri", put));
                break;
            case "authority":
                route["rewrite"] = Map(("authority", "else.where"));
                break;
            case "abort":
                route["fault"] = Map(("abort", Map(("percentage", Map(("value", 50.0))))));
                break;
            case "set":
                route["headers"] = Map(("request", Map(("set", Map(("x", "a"))))));
                break;
            case "remove":
                route["headers"] = Map(("request", Map(("remove", List("x")), ("add", Map(("y", "b"))))));
                break;
            case "weights":
                route["route"] = List(Map(("destination", Map(("host", Httpbin), ("port", Map(("number", 8000L))))), ("weight", 50L)), Map(("destination", Map(("host", "other.foo.svc.cluster.local"), ("port", Map(("number", 8000L))))), ("weight", 50L)));
                break;
        }

        if (matches.Count > 0)
        {
            route["match"] = matches.ToArray<object?>();
        }

        return route;
    }

    private static DeclaredWorkload WorkloadOf(string cluster, string space, string name, bool hasSidecar = true) => new(cluster, space, name, new Dictionary<string, string> { ["app"] = name }, name, hasSidecar);

    private static DeclaredService ServiceOf(string cluster, string name) => new(cluster, "foo", name, new Dictionary<string, string> { ["app"] = name }, [new(8000, "http", 8080), new(9000, "tcp")]);
}
