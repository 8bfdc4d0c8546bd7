using System.Net;
using System.Text.Json;
using static MeshStack.Cli.Tests.ManifestFolder;

namespace MeshStack.Cli.Tests;

/// <summary>Who loses what, and what takes over, in folders of manifests.</summary>
public sealed class OutageFolderTests : IDisposable
{
    private const string Web = "web.shop.svc.cluster.local:80";

    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheServiceOfAnotherNetworkTakesOverThroughItsGateway()
    {
        TwoNetworks();
        var result = await _folder.WithoutAsync("fra2");
        Assert.Equal("", result.Error);
        Assert.Equal(
            $"""
            down: cluster fra2
            kept    fra1 shop/cart → {Web}: iad1 shop/web takes over, through iad1 istio-system/istio-eastwestgateway
            kept    iad1 shop/web → {Web}: iad1 shop/web takes over
            nobody loses anything, 2 taken over, 0 by another way

            """,
            result.Output
        );
    }

    [Fact]
    public async Task TheNetworksOwnServiceTakesOverDirectly()
    {
        TwoNetworks();
        var result = await _folder.WithoutAsync("iad1");
        Assert.Equal(
            $"""
            down: cluster iad1
            kept    fra1 shop/cart → {Web}: fra2 shop/web takes over
            kept    fra2 shop/web → {Web}: fra2 shop/web takes over
            nobody loses anything, 2 taken over, 0 by another way

            """,
            result.Output
        );
    }

    [Fact]
    public async Task AGatewayThatIsDownTakesItsNetworkAwayAndNotItsAddress()
    {
        TwoNetworks();
        using var json = JsonDocument.Parse((await _folder.WithoutAsync("iad1/istio-eastwestgateway", "-o", "json")).Output);
        Assert.Equal(
            "iad1/istio-system/istio-eastwestgateway",
            Assert.Single(json.RootElement.GetProperty("down").GetProperty("gateways").EnumerateArray()).GetString()
        );
        Assert.Empty(json.RootElement.GetProperty("lost").EnumerateArray());
        var takeovers = json.RootElement.GetProperty("takenOver").EnumerateArray().ToList();
        Assert.Equal(["fra1 shop/cart", "fra2 shop/web"], takeovers.Select(t => t.GetProperty("caller").GetString()));
        var takeover = takeovers[0];
        Assert.Equal(
            ("fra1 shop/cart", Web, false),
            (
                takeover.GetProperty("caller").GetString(),
                takeover.GetProperty("host").GetString(),
                takeover.GetProperty("undecided").GetBoolean()
            )
        );
        Assert.Equal("iad1", Assert.Single(takeover.GetProperty("gone").EnumerateArray()).GetProperty("cluster").GetString());
        var by = Assert.Single(takeover.GetProperty("by").EnumerateArray());
        Assert.Equal("fra2", by.GetProperty("target").GetProperty("cluster").GetString());
        Assert.Equal(JsonValueKind.Null, by.GetProperty("through").ValueKind);
    }

    [Fact]
    public async Task WhereNothingIsLeftTheRequestsAreLost()
    {
        TwoNetworks();
        var result = await _folder.WithoutAsync("fra2", "--without", "iad1");
        Assert.Equal(
            """
            down: cluster fra2, cluster iad1
            lost    fra1 shop/cart → fra2 shop/web:80: everything, for example GET /
            lost    fra1 shop/cart → iad1 shop/web:80: everything, for example GET /
            2 lost

            """,
            result.Output
        );
    }

    [Theory]
    [InlineData("region: eu")]
    [InlineData(null)]
    public async Task ARegionIsAllItsClusters(string? setting)
    {
        TwoNetworks(setting, caller: "us1", setting is null ? Nodes("eu", "eu") : Nodes("us", "us"));
        var result = await _folder.WithoutAsync("eu");
        Assert.Equal("", result.Error);
        Assert.Equal(
            $"""
            down: cluster fra2, cluster iad1
            lost    us1 shop/cart → fra2 shop/web:80: everything, for example GET /
            lost    us1 shop/cart → iad1 shop/web:80: everything, for example GET /
            2 lost

            """,
            result.Output
        );
    }

    [Fact]
    public async Task NodesThatDoNotAgreeGiveNoRegion()
    {
        TwoNetworks(null, caller: "us1", Nodes("eu", "us"));
        var result = await _folder.WithoutAsync("eu");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("; regions: none\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARegionOfAClustersNameIsToldFromIt()
    {
        _folder
            .Write("mesh.yaml", "clusters:\n  eu: {region: eu}\n  eu2: {region: eu}\n  us: {region: us}\n")
            .Cluster("eu")
            .Cluster("eu2")
            .Cluster("us");
        Assert.StartsWith(
            "--without: 'eu' may be cluster:eu or region:eu: say which\n",
            (await _folder.WithoutAsync("eu")).Error,
            StringComparison.Ordinal
        );
        Assert.Equal("down: cluster eu, cluster eu2\nnobody loses anything\n", (await _folder.WithoutAsync("region:eu")).Output);
        Assert.Equal("down: cluster us\nnobody loses anything\n", (await _folder.WithoutAsync("us")).Output);
    }

    [Fact]
    public async Task OneIngressOfTwoIsAnotherWay()
    {
        _folder.Cluster(
            "one",
            Pods("web"),
            Shop(),
            Gateway("istio-ingress", "front", "ingress"),
            Gateway("istio-ingress", "back", "ingress")
        );
        var result = await _folder.WithoutAsync("front");
        Assert.Equal("", result.Error);
        const string ways = "through one istio-ingress/back instead of through one istio-ingress/back or one istio-ingress/front";
        Assert.Equal(
            $"""
            down: gateway one/istio-ingress/front
            kept    outside one → shop.example.com:80: still reaches one shop/web, {ways}
            nobody loses anything, 0 taken over, 1 by another way

            """,
            result.Output
        );

        var both = await _folder.WithoutAsync("front", "--without", "back");
        Assert.Contains(
            "lost    outside one → one shop/web:80: any method /items*, for example GET /items\n1 lost\n",
            both.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ClientsOutsideMayComeToAnotherClustersIngress()
    {
        foreach (var cluster in new[] { "one", "two" })
        {
            _folder.Cluster(cluster, Pods("web"), Shop(), Gateway("istio-ingress", "front", "ingress"));
        }

        var result = await _folder.WithoutAsync("one", "--output", "markdown");
        const string effect = "two shop/web takes over, through two istio-ingress/front, once clients come to two";
        Assert.Equal(
            $"""
            ### Without cluster one

            | | Caller | Asks | Effect |
            |---|---|---|---|
            | kept | outside one | `shop.example.com:80` | {effect} |

            nobody loses anything, 1 taken over, 0 by another way

            """,
            result.Output
        );
    }

    [Fact]
    public async Task AWeightedRouteLosesItsShareOnly()
    {
        _folder.Write("mesh.yaml", "clusters:\n  one: {remoteSecretsTo: [two]}\n  two: {remoteSecretsTo: [one]}\n");
        _folder.Cluster(
            "one",
            Pods("cart"),
            Pods("web"),
            """
            apiVersion: v1
            kind: Service
            metadata: {name: old, namespace: shop}
            spec: {selector: {app: old}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {hosts: [web], http: [{route: [{destination: {host: web}, weight: 90}, {destination: {host: old}, weight: 10}]}]}
            """
        );
        _folder.Cluster(
            "two",
            Pods("old"),
            """
            apiVersion: v1
            kind: Service
            metadata: {name: old, namespace: shop}
            spec: {selector: {app: old}, ports: [{name: http, port: 80}]}
            """
        );
        var result = await _folder.WithoutAsync("two");
        Assert.Contains(
            "lost    one shop/cart → two shop/old:80 as old.shop.svc.cluster.local:80: everything, for example GET /\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "lost?   one shop/cart → two shop/old:80 as web.shop.svc.cluster.local:80: everything, for example GET /\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("→ one shop/web:80", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("takes over", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAClusterThatNobodyCallsNobodyLosesAnything()
    {
        _folder.Cluster("one", Pods("cart"), Pods("web"));
        _folder.Cluster("two", Pods("cart"), Pods("web"));
        var result = await _folder.WithoutAsync("two");
        Assert.Equal("down: cluster two\nnobody loses anything\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task TextHasTenLinesOfASectionAndJsonAll()
    {
        var callers = Enumerable.Range(1, 12).Select(i => FormattableString.Invariant($"cart{i:D2}")).ToArray();
        _folder.Write("mesh.yaml", "clusters:\n  two: {remoteSecretsTo: [one]}\n");
        _folder.Cluster("one", [.. callers.Select(Pods)]);
        _folder.Cluster("two", Pods("web"));
        var result = await _folder.WithoutAsync("two");
        Assert.Equal(10, result.Output.Split('\n').Count(l => l.StartsWith("lost ", StringComparison.Ordinal)));
        Assert.EndsWith("… and 2 more lost (--output json has all)\n12 lost\n", result.Output, StringComparison.Ordinal);

        using var json = JsonDocument.Parse((await _folder.WithoutAsync("two", "-o", "json")).Output);
        Assert.Equal(
            callers.Select(c => $"one shop/{c}"),
            json.RootElement.GetProperty("lost").EnumerateArray().Select(l => l.GetProperty("caller").GetString())
        );
        var html = await _folder.WithoutAsync("two", "-o", "html");
        Assert.All(
            callers,
            c =>
                Assert.Contains(
                    $"lost    one shop/{c} → two shop/web:80: everything",
                    WebUtility.HtmlDecode(html.Output),
                    StringComparison.Ordinal
                )
        );
    }

    // A caller in one cluster, and the same service in two others, one of them in another network.
    private void TwoNetworks(string? setting = null, string caller = "fra1", string? nodes = null)
    {
        var more = setting is null ? "" : $", {setting}";
        _folder.Write(
            "mesh.yaml",
            $$"""
            clusters:
              {{caller}}: {network: eu, remoteSecretsTo: [fra2, iad1]}
              fra2: {network: eu, remoteSecretsTo: [{{caller}}, iad1]{{more}}}
              iad1: {network: us, remoteSecretsTo: [{{caller}}, fra2]{{more}}}
            """
        );
        _folder.Cluster(caller, Pods("cart"));
        foreach (var (cluster, network) in new[] { ("fra2", "eu"), ("iad1", "us") })
        {
            string[] parts =
            [
                Pods("web"),
                CrossNetwork(),
                Gateway("istio-system", "istio-eastwestgateway", "eastwestgateway", network),
                .. nodes is null ? Array.Empty<string>() : [nodes],
            ];
            _folder.Cluster(cluster, parts);
        }
    }
}
