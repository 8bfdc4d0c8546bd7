using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Outages;

public sealed class OutageEffectTests
{
    private const string Httpbin = "httpbin.foo.svc.cluster.local:8000";

    private static readonly Outage West = OutagePlaces.OfCluster("west");

    [Fact]
    public void WhereEveryoneLosesTheSameEveryoneIsOneCaller()
    {
        var effect = OutageEffect.From(TwoClusters(Callers(20), hasOwn: false), West);
        var loss = Assert.Single(effect.Losses);
        Assert.Equal(
            ("east every workload", "west foo/httpbin:8000", false),
            (loss.Caller.ToString(), loss.Target.ToString(), loss.IsUndecided)
        );
        Assert.Equal([Httpbin], loss.Hosts);
        Assert.True(loss.Requests.IsEverything);
    }

    [Fact]
    public void WhereEveryoneIsServedByAnotherEveryoneIsOneCaller()
    {
        var effect = OutageEffect.From(TwoClusters(Callers(20), hasOwn: true), West);
        Assert.Empty(effect.Losses);
        var takeover = Assert.Single(effect.Takeovers);
        Assert.Equal(
            ("east every workload", Httpbin, "east foo/httpbin:8000"),
            (takeover.Caller.ToString(), takeover.Host, Assert.Single(takeover.By).Target.ToString())
        );
    }

    [Fact]
    public void WhereSomeOfEveryoneLoseItEachOfThemIsNamed()
    {
        var policy = Manifest.From(
            "east",
            Body(
                "security.istio.io/v1",
                "AuthorizationPolicy",
                "some",
                new()
                {
                    ["action"] = "DENY",
                    ["rules"] = new object?[]
                    {
                        Map("from", new object?[] { Map("source", Map("namespaces", new object?[] { "closed" })) }),
                    },
                }
            )
        );
        DeclaredWorkload[] closed = [WorkloadOf("east", "closed", "one"), WorkloadOf("east", "closed", "two")];
        var effect = OutageEffect.From(TwoClusters([.. Callers(20), .. closed], hasOwn: true) with { Manifests = [policy] }, West);
        Assert.Equal(["east closed/one", "east closed/two"], effect.Losses.Select(loss => loss.Caller.ToString()));

        // One way of two was open to them before.
        Assert.All(effect.Losses, loss => Assert.True(loss.IsUndecided));
        Assert.Equal(21, effect.Takeovers.Count);
    }

    [Fact]
    public void LossesOfWhatIsUndecidedAreUndecided()
    {
        var policy = Manifest.From(
            "west",
            Body(
                "security.istio.io/v1",
                "AuthorizationPolicy",
                "asks",
                new()
                {
                    ["action"] = "CUSTOM",
                    ["provider"] = Map("name", "authorizer"),
                    ["rules"] = new object?[] { new Dictionary<string, object?>() },
                }
            )
        );
        var effect = OutageEffect.From(TwoClusters(Callers(1), hasOwn: false) with { Manifests = [policy] }, West);
        Assert.True(Assert.Single(effect.Losses).IsUndecided);
    }

    /// <summary>What was open and what is open tell more kinds of values of one claim apart than a set holds.</summary>
    [Fact]
    public void WhatIsBeyondASetsLimitIsUndecided()
    {
        var effect = OutageEffect.From(Asking(first: 0), Asking(first: 10), West);
        Assert.NotEmpty(effect.Losses);
        Assert.All(effect.Losses, loss => Assert.True(loss.IsUndecided));
        Assert.Empty(effect.Takeovers);

        static AccessMatrix Asking(int first)
        {
            var sources = TwoClusters(Callers(1), hasOwn: true);
            return AccessMatrix.From(
                Snapshot.From(
                    sources with
                    {
                        Workloads = [.. sources.Workloads.Where(one => one.Cluster == "east")],
                        Manifests = [Tokens, AsksForGroups(first)],
                    }
                )
            );
        }
    }

    private static Manifest Tokens =>
        Manifest.From(
            "east",
            Body(
                "security.istio.io/v1",
                "RequestAuthentication",
                "tokens",
                new() { ["jwtRules"] = new object?[] { Map("issuer", "issuer") } }
            )
        );

    private static Manifest AsksForGroups(int first) =>
        Manifest.From(
            "east",
            Body(
                "security.istio.io/v1",
                "AuthorizationPolicy",
                "groups",
                new()
                {
                    ["rules"] = new object?[]
                    {
                        Map(
                            "when",
                            Enumerable
                                .Range(first, 10)
                                .Select(group => new Dictionary<string, object?>
                                {
                                    ["key"] = "request.auth.claims[groups]",
                                    ["values"] = new object?[] { $"g{group}" },
                                })
                                .ToArray<object?>()
                        ),
                    },
                }
            )
        );

    [Fact]
    public void APodWhoseAddressIsListedIsDownAndNotUnknown()
    {
        var pod = Body("v1", "Pod", "db", new() { ["containers"] = new object?[] { Map("name", "db") } });
        pod["status"] = Map("podIP", "10.2.0.9");
        var entry = Body(
            "networking.istio.io/v1",
            "ServiceEntry",
            "db",
            new()
            {
                ["hosts"] = new object?[] { "db.example" },
                ["location"] = "MESH_INTERNAL",
                ["resolution"] = "STATIC",
                ["ports"] = new object?[]
                {
                    new Dictionary<string, object?>
                    {
                        ["number"] = 80L,
                        ["name"] = "http",
                        ["protocol"] = "HTTP",
                    },
                },
                ["endpoints"] = new object?[] { Map("address", "10.2.0.9") },
            }
        );
        ((Dictionary<string, object?>)pod["metadata"]!)["labels"] = Map("sidecar.istio.io/inject", "true");
        var sources = TwoClusters(Callers(1), hasOwn: true) with { Manifests = [Manifest.From("west", pod), Manifest.From("east", entry)] };
        var losses = OutageEffect.From(sources, West).Losses;
        Assert.Equal(
            ["east bar/caller01 west foo/db:80", "east foo/httpbin west foo/db:80"],
            losses.Select(loss => $"{loss.Caller} {loss.Target}")
        );
        Assert.All(losses, loss => Assert.Equal((false, "db.example:80"), (loss.IsUndecided, Assert.Single(loss.Hosts))));
    }

    [Fact]
    public void GatewaysThatSaySoOrAreSelectedByAGatewayMayBeDown()
    {
        var config = Manifest.From("east", Body("networking.istio.io/v1", "Gateway", "shop", new() { ["selector"] = Map("app", "front") }));
        var sources = TwoClusters([WorkloadOf("east", "edge", "front")], hasOwn: true) with
        {
            Manifests = [config],
            Releases = [new("west", "istio-ingress", "istio-ingressgateway", "istio/gateway", new Dictionary<string, object?>())],
        };
        Assert.Equal(
            ["east/edge/front", "west/istio-ingress/istio-ingressgateway"],
            OutagePlaces.From(sources).Gateways.Select(gateway => gateway.ToString())
        );
    }

    [Fact]
    public void ASettingSaysTheRegionAndElseNodesThatAgree()
    {
        static Manifest Node(string cluster, string name, string? region)
        {
            var body = Body("v1", "Node", name, []);
            ((Dictionary<string, object?>)body["metadata"]!)["labels"] = region is null
                ? null
                : Map("topology.kubernetes.io/region", region);
            return Manifest.From(cluster, body);
        }

        var settings = new Dictionary<string, ClusterSettings> { ["a"] = new() { Region = "eu" } };
        var sources = new SnapshotSources
        {
            Settings = settings,
            Manifests =
            [
                Node("a", "a1", "us"),
                Node("b", "b1", "eu"),
                Node("b", "b2", "eu"),
                Node("c", "c1", "eu"),
                Node("c", "c2", "us"),
                Node("d", "d1", "eu"),
                Node("d", "d2", null),
            ],
        };
        var region = Assert.Single(OutagePlaces.From(sources).Regions);
        Assert.Equal("eu", region.Key);
        Assert.Equal(["a", "b"], region.Value);
    }

    [Fact]
    public void NothingTakesOverToWhichNoRequestIsDistributed()
    {
        var rule = Body(
            "networking.istio.io/v1",
            "DestinationRule",
            "httpbin",
            new()
            {
                ["host"] = "httpbin.foo.svc.cluster.local",
                ["trafficPolicy"] = Map("loadBalancer", Map("localityLbSetting", Map("distribute", new object?[] { OnlyTo("us") }))),
            }
        );
        var sources = TwoClusters(Callers(1), hasOwn: true);
        var settings = sources.Settings.ToDictionary(
            cluster => cluster.Key,
            cluster => cluster.Value with { Region = cluster.Key == "west" ? "us" : "eu" }
        );
        var effect = OutageEffect.From(sources with { Manifests = [Manifest.From("east", rule)], Settings = settings }, West);
        Assert.Empty(effect.Takeovers);
        Assert.Equal(
            [("east bar/caller01", "west foo/httpbin:8000"), ("east foo/httpbin", "west foo/httpbin:8000")],
            effect.Losses.Select(loss => (loss.Caller.ToString(), loss.Target.ToString()))
        );
    }

    private static Dictionary<string, object?> OnlyTo(string region) => new() { ["from"] = "*", ["to"] = Map(region, 100) };

    private static Dictionary<string, object?> Map(string key, object? value) => new() { [key] = value };

    private static Dictionary<string, object?> Body(string apiVersion, string kind, string name, Dictionary<string, object?> spec) =>
        new()
        {
            ["apiVersion"] = apiVersion,
            ["kind"] = kind,
            ["metadata"] = new Dictionary<string, object?> { ["name"] = name, ["namespace"] = "foo" },
            ["spec"] = spec,
        };

    private static DeclaredWorkload[] Callers(int count) =>
        [.. Enumerable.Range(1, count).Select(i => WorkloadOf("east", "bar", FormattableString.Invariant($"caller{i:D2}")))];

    // East calls httpbin, which west has, and east too where it is said.
    private static SnapshotSources TwoClusters(DeclaredWorkload[] callers, bool hasOwn) =>
        new()
        {
            Workloads =
            [
                .. callers,
                WorkloadOf("west", "foo", "httpbin"),
                .. hasOwn ? [WorkloadOf("east", "foo", "httpbin")] : Array.Empty<DeclaredWorkload>(),
            ],
            Services = [ServiceOf("east"), ServiceOf("west")],
            Settings = new Dictionary<string, ClusterSettings>
            {
                ["east"] = new() { DnsCapture = true },
                ["west"] = new() { RemoteSecretsTo = ["east"] },
            },
        };

    private static DeclaredWorkload WorkloadOf(string cluster, string ns, string name) =>
        new(cluster, ns, name, new Dictionary<string, string> { ["app"] = name }, name);

    private static DeclaredService ServiceOf(string cluster) =>
        new(cluster, "foo", "httpbin", new Dictionary<string, string> { ["app"] = "httpbin" }, [new(8000, "http")]);
}
