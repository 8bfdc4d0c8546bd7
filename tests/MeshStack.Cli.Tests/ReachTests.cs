using System.Text.Json;

namespace MeshStack.Cli.Tests;

/// <summary>What callers come to, from service to service, and who comes to services.</summary>
public sealed class ReachTests
{
    [Fact]
    public async Task WhoComesToAServiceIsListedWithTheNearestFirst()
    {
        var result = await Meshstack.RunAsync("access", "prod", "--paths-to", "ledger");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        const string To = " → iad1 ledger/ledger-postgres:5432: connections";
        const string Last = "fra2 payments/payments:8443\n";
        Assert.Equal(
            $"1 call   fra2 payments/payments-api{To}\n"
                + $"2 calls  fra1 shop/storefront{To}, by {Last}"
                + $"2 calls  iad1 backoffice/refunds{To}, by {Last}"
                + $"3 calls  outside fra1{To}, by fra1 shop/storefront:80 → {Last}"
                + $"3 calls  fra1 shop/catalog{To}, by fra1 shop/storefront:80 → {Last}"
                + $"4 calls  iad1 exports/*{To}, by fra1 shop/catalog:9000 → fra1 shop/storefront:80 → {Last}"
                + "6 callers come to 1 service port, in at most 4 calls\n",
            result.Output
        );
        Assert.Equal(result.Output, (await Meshstack.RunAsync("access", "prod", "--paths-to", "iad1/ledger/ledger-postgres")).Output);
        Assert.Equal(result.Output, (await Meshstack.RunAsync("access", "prod", "--paths-to", "ledger/*")).Output);
    }

    [Fact]
    public async Task EveryServiceThatIsMeantIsToldOf()
    {
        var result = await Meshstack.RunAsync("access", "dev", "--paths-to", "*");
        Assert.Equal(
            """
            1 call   cluster02 default/bookinfo-user → cluster01 namespace01/productpage:9080: GET /api/v1/products, /static*
            1 call   cluster02 default/sleep → cluster01 namespace01/productpage:9080: GET /api/v1/products, /static*
            1 call   cluster01 default/sleep → cluster02 namespace02/httpbin:8000: GET /headers, /status*
            3 callers come to 2 service ports, in at most 1 call

            """,
            result.Output
        );
        Assert.Equal(0, (await Meshstack.RunAsync("access", "dev", "--reach", "outside")).ExitCode);
    }

    [Fact]
    public async Task WhatACallerComesToIsListed()
    {
        var result = await Meshstack.RunAsync("access", "dev", "--reach", "cluster01/default/sleep");
        Assert.Equal(
            """
            1 call   cluster01 default/sleep → cluster02 namespace02/httpbin:8000: GET /headers, /status*
            1 caller comes to 1 service port, in at most 1 call

            """,
            result.Output
        );
        foreach (var form in new[] { "markdown", "html" })
        {
            var other = await Meshstack.RunAsync("access", "dev", "--reach", "cluster01/default/sleep", "-o", form);
            Assert.Contains("cluster02 namespace02/httpbin:8000", other.Output, StringComparison.Ordinal);
        }

        using var json = JsonDocument.Parse((await Meshstack.RunAsync("access", "prod", "--reach", "outside", "-o", "json")).Output);
        var ledger = json
            .RootElement.GetProperty("ways")
            .EnumerateArray()
            .Single(way => way.GetProperty("target").GetProperty("service").GetString() == "ledger-postgres");
        Assert.Equal(
            ["storefront", "payments", "ledger-postgres"],
            ledger.GetProperty("calls").EnumerateArray().Select(call => call.GetProperty("target").GetProperty("service").GetString())
        );
        Assert.False(ledger.GetProperty("undecided").GetBoolean());
    }

    [Theory]
    [InlineData("--reach", "fra1/shop/storefont", "there is no caller 'fra1/shop/storefont'", "did you mean fra1/shop/storefront?")]
    [InlineData("--reach", "fra1", "there is no caller 'fra1'", "outside, or CLUSTER/NAMESPACE/SERVICEACCOUNT")]
    [InlineData("--paths-to", "ledgr", "there is no service 'ledgr'", "did you mean ledger?")]
    [InlineData("--paths-to", "a/b/c/d", "there is no service 'a/b/c/d'", "NAME, NAMESPACE/NAME or CLUSTER/NAMESPACE/NAME")]
    public async Task WhatIsNotThereIsBadInput(string option, string given, string what, string hint)
    {
        var result = await Meshstack.RunAsync("access", "prod", option, given);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(what, result.Error, StringComparison.Ordinal);
        Assert.Contains(hint, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneQuestionIsAskedAtATime()
    {
        var result = await Meshstack.RunAsync("access", "prod", "--reach", "outside", "--without", "fra1");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("specify one of --without, --reach, not several", result.Error, StringComparison.Ordinal);
    }
}
