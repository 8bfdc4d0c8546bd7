using System.Text.Json;

namespace MeshStack.Cli.Tests;

public sealed class AccessTests
{
    [Fact]
    public async Task WhoMayCallWhomIsListedByService()
    {
        var result = await Meshstack.RunAsync("access", "dev", "--why");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            """
            cluster02 namespace02/httpbin:8000
              cluster01 default/sleep  GET /headers, /status*
                                       as httpbin.namespace02.logicalcloud02:80 through cluster02 istio-system/istio-eastwestgateway
                                       because cluster02 AuthorizationPolicy namespace02/sleep-to-httpbin: rules[0] matches

            """,
            result.Output,
            StringComparison.Ordinal
        );
        Assert.EndsWith("2 services open to 3 callers, 0 closed to everyone, nothing undecided\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonNamesTheDecidingObjects()
    {
        var result = await Meshstack.RunAsync("access", "dev", "-o", "json");
        using var json = JsonDocument.Parse(result.Output);
        var httpbin = json
            .RootElement.GetProperty("services")
            .EnumerateArray()
            .Single(s => s.GetProperty("service").GetString() == "httpbin");
        var caller = Assert.Single(httpbin.GetProperty("access").EnumerateArray());
        Assert.Equal("cluster01 default/sleep", caller.GetProperty("callers")[0].GetString());
        Assert.Equal("GET /headers, /status*", caller.GetProperty("requests")[0].GetString());
        Assert.Equal("sleep-to-httpbin", caller.GetProperty("because")[0].GetProperty("name").GetString());
        Assert.Equal(result.Output, (await Meshstack.RunAsync("access", "dev", "-o", "json")).Output);
    }

    [Fact]
    public async Task MarkdownIsOneTable()
    {
        var result = await Meshstack.RunAsync("access", "prod", "-o", "markdown");
        Assert.Contains(
            "| `iad1 ledger/ledger-postgres:5432` | fra2 payments/payments-api | `connections` | iad1 istio-system/istio-eastwestgateway "
                + "|\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("`POST /cart, /cart/*, /checkout`", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HtmlIsOnePageThatLoadsNothing()
    {
        var result = await Meshstack.RunAsync("access", "prod", "-o", "html");
        Assert.StartsWith("<!doctype html>\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("<code>GET, HEAD /*</code>", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAClusterItsCallersAreNotCountedAndItsServicesAreLost()
    {
        var result = await Meshstack.RunAsync("access", "prod", "--without", "iad1");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "lost    fra2 payments/payments-api → iad1 ledger/ledger-postgres:5432: connections\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("iad1 exports", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("gained  ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClusterThatIsNotThereIsNamedWithTheNearest()
    {
        var result = await Meshstack.RunAsync("access", "prod", "--without", "iad2");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            "--without: there is no cluster, gateway or region 'iad2'; clusters: fra1, fra2, iad1; gateways: fra1/",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.EndsWith("; regions: eu-central, us-east; did you mean iad1?\n1 error.\n", result.Error, StringComparison.Ordinal);
    }
}
