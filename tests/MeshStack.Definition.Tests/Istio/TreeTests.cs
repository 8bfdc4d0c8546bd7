using MeshStack.Definition.Istio;
using MeshStack.Definition.Planning;
using MeshStack.Manifests;

namespace MeshStack.Definition.Tests.Istio;

public sealed class TreeTests
{
    [Fact]
    public void MembersThatAreSetStandInOrdinalOrder()
    {
        var labels = new Dictionary<string, string> { ["version"] = "v1", ["app"] = "shop" };
        var spec = new AuthorizationPolicySpec
        {
            Selector = new() { MatchLabels = labels },
            Rules =
            [
                new()
                {
                    To =
                    [
                        new()
                        {
                            Operation = new() { Ports = ["8080"], Methods = ["GET", "HEAD"] },
                        },
                    ],
                    From = [new() { Source = new() { Principals = ["a/ns/b/sa/c"] } }],
                },
            ],
            Action = AuthorizationAction.Allow,
        };

        var expected =
            "{action: ALLOW, rules: [{from: [{source: {principals: [a/ns/b/sa/c]}}], "
            + "to: [{operation: {methods: [GET, HEAD], ports: [8080]}}]}], selector: {matchLabels: {app: shop, version: v1}}}";
        Assert.Equal(expected, Shown(spec.ToTree()));
    }

    [Fact]
    public void NodeWithoutMembersIsThere()
    {
        var balancer = LoadBalancerSettings.Simple(LoadBalancerAlgorithm.RoundRobin, warmup: new());
        var rule = new DestinationRuleSpec
        {
            Host = "shop",
            TrafficPolicy = new() { LoadBalancer = balancer },
        };
        var routes = new VirtualServiceSpec { Http = [new() { CorsPolicy = new() { AllowOrigins = [StringMatch.Present()] } }, new()] };

        Assert.Equal("{host: shop, trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN, warmup: {}}}}", Shown(rule.ToTree()));
        Assert.Equal("{http: [{corsPolicy: {allowOrigins: [{}]}}, {}]}", Shown(routes.ToTree()));
        Assert.Equal("{}", Shown(new AuthorizationPolicySpec().ToTree()));
    }

    [Fact]
    public void EmptyListsAreLeftOutUnlessTheyAreMeant()
    {
        Assert.Equal("{rules: []}", Shown(new AuthorizationPolicySpec { Rules = [], TargetRefs = [] }.ToTree()));
        Assert.Equal("{rules: [{}]}", Shown(new AuthorizationPolicySpec { Rules = [new()] }.ToTree()));
        Assert.Equal("{selector: {}}", Shown(new GatewaySpec { Selector = Empty.Map<string>() }.ToTree()));
    }

    [Fact]
    public void NumbersAreThoseOfManifests()
    {
        var detection = new OutlierDetection { Consecutive5xxErrors = 0, OutlierDetectionHttpErrorCodes = [500, 503] }.ToTree();
        var distribute = new LocalityDistribute
        {
            From = "a/*",
            To = new Dictionary<string, int> { ["b/*"] = 100 },
        }.ToTree();
        var whole = new Percent { Value = 50 }.ToTree();
        var part = new Percent { Value = 0.5 }.ToTree();

        Assert.Equal(0L, detection["consecutive5xxErrors"]);
        Assert.Equal(new object[] { 500L, 503L }, detection["outlierDetectionHttpErrorCodes"]);
        Assert.Equal(100L, ((IReadOnlyDictionary<string, object>)distribute["to"])["b/*"]);
        Assert.Equal(50L, whole["value"]);
        Assert.Equal(0.5, part["value"]);
    }

    [Fact]
    public void TextsOfADeploymentStayAsTheyAre()
    {
        TextValue late = new LateValue("east.gateway.address");
        var tree = new ServiceEntrySpec
        {
            Addresses = ["240.0.0.1", late],
            Endpoints = [new() { Address = late }, new() { Address = "10.0.0.1" }],
        }.ToTree();

        Assert.Equal(new object[] { "240.0.0.1", late }, tree["addresses"]);
        Assert.Equal("[{address: ${east.gateway.address}}, {address: 10.0.0.1}]", Shown(tree["endpoints"]));
    }

    [Fact]
    public void TreeIsInTheFormOfManifests()
    {
        var tree = new GatewaySpec
        {
            Selector = new Dictionary<string, string> { ["istio"] = "eastwestgateway" },
            Servers =
            [
                new()
                {
                    Port = new()
                    {
                        Number = 15443,
                        Name = "tls",
                        Protocol = "TLS",
                    },
                    Tls = ServerTlsSettings.AutoPassthrough(),
                    Hosts = ["*.local"],
                },
            ],
        }.ToTree();

        Assert.True(ManifestValue.AreEqual(ManifestValue.Normalize(tree), tree));
    }

    [Fact]
    public void HashHasOneAlgorithm()
    {
        var hash = ConsistentHash.HttpCookie("user", ttl: "0s").WithRingHash(2048);

        Assert.Equal("{httpCookie: {name: user, ttl: 0s}, ringHash: {minimumRingSize: 2048}}", Shown(hash.ToTree()));
        Assert.Equal("{httpCookie: {name: user, ttl: 0s}, maglev: {}}", Shown(hash.WithMaglev().ToTree()));
    }

    private static string Shown(object value) =>
        value switch
        {
            IReadOnlyDictionary<string, object> map => $"{{{string.Join(", ", map.Select(one => $"{one.Key}: {Shown(one.Value)}"))}}}",
            IReadOnlyList<object> list => $"[{string.Join(", ", list.Select(Shown))}]",
            _ => FormattableString.Invariant($"{value}"),
        };
}
