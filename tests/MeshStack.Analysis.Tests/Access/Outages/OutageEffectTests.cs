using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Outages;

public sealed class OutageEffectTests
{
    private const string Httpbin = "httpbin.foo.svc.cluster.local:8000";

    private static readonly Outage West = OutagePlaces.OfCluster("west");

    [Fact]
    public void Where_everyone_loses_the_same_everyone_is_one_caller()
    {
        var effect = OutageEffect.Of(TwoClusters(Callers(20), hasOwn: false), West);
        var loss = Assert.Single(effect.Losses);
        Assert.Equal(
            ("east every workload", "west foo/httpbin:8000", false),
            (loss.Caller.ToString(), loss.Target.ToString(), loss.IsUndecided)
        );
        Assert.Equal([Httpbin], loss.Hosts);
        Assert.True(loss.Requests.IsEverything);
    }

    [Fact]
    public void Where_everyone_is_served_by_another_everyone_is_one_caller()
    {
        var effect = OutageEffect.Of(TwoClusters(Callers(20), hasOwn: true), West);
        Assert.Empty(effect.Losses);
        var takeover = Assert.Single(effect.Takeovers);
        Assert.Equal(
            ("east every workload", Httpbin, "east foo/httpbin:8000"),
            (takeover.Caller.ToString(), takeover.Host, Assert.Single(takeover.By).Target.ToString())
        );
    }

    [Fact]
    public void Where_some_of_everyone_lose_it_each_of_them_is_named()
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
        var effect = OutageEffect.Of(TwoClusters([.. Callers(20), .. closed], hasOwn: true) with { Manifests = [policy] }, West);
        Assert.Equal(["east closed/one", "east closed/two"], effect.Losses.Select(loss => loss.Caller.ToString()));

        // One way of two was open to them before.
        Assert.All(effect.Losses, loss => Assert.True(loss.IsUndecided));
        Assert.Equal(21, effect.Takeovers.Count);
    }

    [Fact]
    public void Losses_of_what_is_undecided_are_undecided()
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
        var effect = OutageEffect.Of(TwoClusters(Callers(1), hasOwn: false) with { Manifests = [policy] }, West);
        Assert.True(Assert.Single(effect.Losses).IsUndecided);
    }

    [Fact]
    public void A_pod_whose_address_is_listed_is_down_and_not_unknown()
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
        var losses = OutageEffect.Of(sources, West).Losses;
        Assert.Equal(
            ["east bar/caller01 west foo/db:80", "east foo/httpbin west foo/db:80"],
            losses.Select(loss => $"{loss.Caller} {loss.Target}")
        );
        Assert.All(losses, loss => Assert.Equal((false, "db.example:80"), (loss.IsUndecided, Assert.Single(loss.Hosts))));
    }

    [Fact]
    public void Gateways_that_say_so_or_are_selected_by_a_Gateway_may_be_down()
    {
        var config = Manifest.From("east", Body("networking.istio.io/v1", "Gateway", "shop", new() { ["selector"] = Map("app", "front") }));
        var sources = TwoClusters([WorkloadOf("east", "edge", "front")], hasOwn: true) with
        {
            Manifests = [config],
            Releases = [new("west", "istio-ingress", "istio-ingressgateway", "istio/gateway", new Dictionary<string, object?>())],
        };
        Assert.Equal(
            ["east/edge/front", "west/istio-ingress/istio-ingressgateway"],
            OutagePlaces.Of(sources).Gateways.Select(gateway => gateway.ToString())
        );
    }

    [Fact]
    public void A_setting_says_the_region_and_else_nodes_that_agree()
    {
        static Manifest Node(string cluster, string name, string? region)
        {
            var body = Body("v1", "Node", name, []);
            ((Dictionary<string, object?>)body["metadata"]!)["labels"] =
                region == null ? null : Map("topology.kubernetes.io/region", region);
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
        var region = Assert.Single(OutagePlaces.Of(sources).Regions);
        Assert.Equal("eu", region.Key);
        Assert.Equal(["a", "b"], region.Value);
    }

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
