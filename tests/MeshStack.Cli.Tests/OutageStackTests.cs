using System.Text.Json;

namespace MeshStack.Cli.Tests;

/// <summary>What the stacks lose without some of their parts.</summary>
public sealed class OutageStackTests
{
    private const string Gateways =
        "fra1/istio-ingress/istio-ingressgateway, fra1/istio-system/istio-eastwestgateway, fra2/istio-system/istio-eastwestgateway, "
        + "iad1/istio-system/istio-eastwestgateway";

    private const string Lists = $"; clusters: fra1, fra2, iad1; gateways: {Gateways}; regions: eu-central, us-east";

    [Fact]
    public async Task ARegionOfProdIsBothItsClusters()
    {
        using var json = JsonDocument.Parse((await Meshstack.RunAsync("access", "prod", "--without", "eu-central", "-o", "json")).Output);
        Assert.Equal(
            ["fra1", "fra2"],
            json.RootElement.GetProperty("down").GetProperty("clusters").EnumerateArray().Select(c => c.GetString())
        );
        Assert.Equal(
            [
                "iad1 exports/* shop/catalog",
                "outside fra1 shop/storefront",
                "iad1 backoffice/refunds payments/payments",
                "iad1 indexing/indexer search/search-index",
                "iad1 indexing/indexer search/search-index-0",
                "iad1 indexing/indexer search/search-index-1",
                "iad1 indexing/indexer search/search-index-2",
            ],
            json.RootElement.GetProperty("lost")
                .EnumerateArray()
                .Select(l =>
                    $"{l.GetProperty("caller").GetString()} "
                    + $"{l.GetProperty("target").GetProperty("namespace").GetString()}/"
                    + l.GetProperty("target").GetProperty("service").GetString()
                )
        );
        Assert.Empty(json.RootElement.GetProperty("takenOver").EnumerateArray());
        Assert.Empty(json.RootElement.GetProperty("otherWay").EnumerateArray());
    }

    [Theory]
    [InlineData(
        "istio-ingressgateway",
        "fra1/istio-ingress/istio-ingressgateway",
        "lost    outside fra1 → fra1 shop/storefront:80: GET, HEAD /* or POST /cart, /cart/*, /checkout, for example GET /"
    )]
    [InlineData(
        "fra1/istio-eastwestgateway",
        "fra1/istio-system/istio-eastwestgateway",
        "lost    iad1 exports/* → fra1 shop/catalog:9000: POST /catalog.v1.Catalog/ListProducts"
    )]
    [InlineData(
        "iad1/istio-system/istio-eastwestgateway",
        "iad1/istio-system/istio-eastwestgateway",
        "lost    fra2 payments/payments-api → iad1 ledger/ledger-postgres:5432: connections"
    )]
    public async Task AGatewayOfProdIsWhatComesThroughIt(string given, string gateway, string lost) =>
        Assert.Equal($"down: gateway {gateway}\n{lost}\n1 lost\n", (await Meshstack.RunAsync("access", "prod", "--without", given)).Output);

    [Theory]
    [InlineData("cluster02", "cluster cluster02")]
    [InlineData("cluster02/istio-eastwestgateway", "gateway cluster02/istio-system/istio-eastwestgateway")]
    public async Task AnImportThatLeadsToWhatIsDownIsLost(string given, string down) =>
        Assert.Equal(
            $"down: {down}\nlost    cluster01 default/sleep → cluster02 namespace02/httpbin:8000: GET /headers, /status*, for example "
                + "GET /status\n1 lost\n",
            (await Meshstack.RunAsync("access", "dev", "--without", given)).Output
        );

    [Fact]
    public async Task AnIngressThatNothingIsBehindIsNoLoss() =>
        Assert.Equal(
            "down: gateway cluster01/istio-ingress/istio-ingressgateway\nnobody loses anything\n",
            (await Meshstack.RunAsync("access", "dev", "--without", "cluster01/istio-ingressgateway")).Output
        );

    [Fact]
    public async Task EveryBadNameIsExplainedAtOnce()
    {
        var result = await Meshstack.RunAsync(
            "access",
            "prod",
            "--without",
            "iad1",
            "--without",
            "eu-centrall",
            "--without",
            "istio-eastwestgateway",
            "--without",
            "fra1/istio-ingresgateway",
            "--without",
            "region:fra1"
        );
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        const string gateway = "istio-system/istio-eastwestgateway";
        Assert.Equal(
            $"""
            --without: there is no cluster, gateway or region 'eu-centrall'{Lists}; did you mean eu-central?
            --without: 'istio-eastwestgateway' may be fra1/{gateway} or fra2/{gateway} or iad1/{gateway}: say which
            --without: there is no cluster, gateway or region 'fra1/istio-ingresgateway'{Lists}; did you mean fra1/istio-ingressgateway?
            --without: there is no region 'fra1'; regions: eu-central, us-east
            4 errors.

            """,
            result.Error
        );
    }
}
