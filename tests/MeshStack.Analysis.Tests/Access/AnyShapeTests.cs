using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access;

public sealed class AnyShapeTests
{
    private static readonly (string ApiVersion, string Kind)[] Kinds =
    [
        ("v1", "Namespace"),
        ("v1", "Service"),
        ("v1", "Pod"),
        ("v1", "Secret"),
        ("v1", "ConfigMap"),
        ("apps/v1", "Deployment"),
        ("batch/v1", "CronJob"),
        ("networking.istio.io/v1", "VirtualService"),
        ("networking.istio.io/v1", "DestinationRule"),
        ("networking.istio.io/v1", "ServiceEntry"),
        ("networking.istio.io/v1", "Gateway"),
        ("networking.istio.io/v1", "Sidecar"),
        ("networking.istio.io/v1", "WorkloadEntry"),
        ("networking.istio.io/v1alpha3", "EnvoyFilter"),
        ("extensions.istio.io/v1alpha1", "WasmPlugin"),
        ("security.istio.io/v1", "AuthorizationPolicy"),
        ("security.istio.io/v1", "PeerAuthentication"),
        ("security.istio.io/v1", "RequestAuthentication"),
    ];

    // Words that some field understands, so that random objects get past the first look.
    private static readonly string[] Keys =
    [
        "http",
        "tls",
        "tcp",
        "hosts",
        "host",
        "route",
        "match",
        "uri",
        "exact",
        "prefix",
        "regex",
        "destination",
        "subset",
        "subsets",
        "name",
        "labels",
        "trafficPolicy",
        "mode",
        "mtls",
        "portLevelMtls",
        "8080",
        "selector",
        "matchLabels",
        "app",
        "rules",
        "from",
        "to",
        "when",
        "source",
        "operation",
        "principals",
        "notPaths",
        "paths",
        "ports",
        "port",
        "number",
        "key",
        "values",
        "action",
        "servers",
        "egress",
        "gateways",
        "weight",
        "delegate",
        "rewrite",
        "fault",
        "abort",
        "percentage",
        "value",
        "jwtRules",
        "issuer",
        "endpoints",
        "address",
        "resolution",
        "template",
        "spec",
        "metadata",
        "containers",
        "workloadSelector",
        "exportTo",
        "headers",
        "request",
        "set",
        "configPatches",
        "serviceAccount",
        "ipBlocks",
        "redirect",
        "directResponse",
    ];

    private static readonly object?[] Leaves =
    [
        null,
        true,
        1L,
        8080L,
        1.5,
        "",
        "*",
        "httpbin",
        "httpbin.foo.svc.cluster.local",
        "httpbin",
        "/",
        "STRICT",
        "DENY",
        "ISTIO_MUTUAL",
        "mesh",
        "${x.y}",
        "(",
        "a*",
        "sleep",
        "10.0.0.0/99",
        "foo/*",
        "DNS",
    ];

    [Fact]
    public void ObjectsOfAnyShapeEndInAnAnswer()
    {
        var objects =
            from index in Gen.Choose(0, Kinds.Length - 1)
            from spec in Value(5)
            from ns in Gen.Elements("foo", "default", "istio-system")
            from name in Gen.Elements("httpbin", "istio", "x")
            select Of(Kinds[index], spec, ns, name);
        Prop.ForAll(objects.ListOf(6).ToArbitrary(), manifests => Answer([.. manifests]))
            .Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    private static bool Answer(IReadOnlyList<Manifest> manifests)
    {
        var snapshot = Snapshot.From(
            new SnapshotSources
            {
                Manifests = manifests,
                Workloads =
                [
                    new("east", "default", "sleep", new Dictionary<string, string> { ["app"] = "sleep" }, "sleep"),
                    new("east", "foo", "httpbin", new Dictionary<string, string> { ["app"] = "httpbin" }, "httpbin"),
                ],
                Services = [new("east", "foo", "httpbin", new Dictionary<string, string> { ["app"] = "httpbin" }, [new(8080)])],
                Releases = [new("east", "istio-ingress", "ingressgateway", "gateway", new Dictionary<string, object?>())],
            }
        );
        Caller[] callers =
        [
            new Caller.InMesh("east", "default", "sleep"),
            new Caller.InMesh("east", "foo", "other") { HasSidecar = false },
            new Caller.Outside("east"),
        ];
        foreach (var caller in callers)
        {
            var request = new Request
            {
                Host = "httpbin.foo",
                Port = 8080,
                Token = new("httpbin", "sleep"),
            };
            Assert.NotEmpty(AccessEvaluator.Evaluate(snapshot, caller, request).Trace);
            AccessEvaluator.Evaluate(snapshot, caller, request with { Protocol = RequestProtocol.Tcp });
        }

        return true;
    }

    private static Manifest Of((string ApiVersion, string Kind) kind, object? spec, string ns, string name) =>
        Manifest.From(
            "east",
            new Dictionary<string, object?>
            {
                ["apiVersion"] = kind.ApiVersion,
                ["kind"] = kind.Kind,
                ["metadata"] = new Dictionary<string, object?>
                {
                    ["name"] = name,
                    ["namespace"] = ns,
                    ["labels"] = spec,
                    ["annotations"] = spec,
                },
                ["spec"] = spec,
                ["data"] = kind.Kind == "ConfigMap" ? null : spec,
            }
        );

    private static Gen<object?> Value(int depth)
    {
        var leaf = Gen.Elements(Leaves);
        if (depth == 0)
        {
            return leaf;
        }

        var map =
            from keys in Gen.Elements(Keys).ListOf(8)
            from values in Value(depth - 1).ListOf(8)
            select (object?)keys.Zip(values).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
        var list = from items in Value(depth - 1).ListOf(2) select (object?)items.ToArray();
        return Gen.Frequency((2, leaf), (5, map), (3, list));
    }
}
