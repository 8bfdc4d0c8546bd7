using System.Diagnostics;
using System.Text.Json;
using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Cli.Reports;
using MeshStack.Cli.Review;

namespace MeshStack.Cli.Tests;

/// <summary>The steps of a canary: an update of a service that takes over its calls share by share.</summary>
public sealed class SharesTests : IDisposable
{
    private const string Gateway = """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: shop, namespace: shop}
        spec: {selector: {istio: ingress}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]}
        """;

    private const string Subsets = """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: web, namespace: shop}
        spec: {host: web, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}
        """;

    private readonly ManifestFolder _folder = new();

    [Fact]
    public async Task AStepOfACanaryIsShares()
    {
        Write("before", 95, 5);
        Write("after", 75, 25);
        var result = await DiffAsync("--fail-on", "widened", "--fail-on", "diverted");
        Assert.Equal("", result.Error);
        Assert.Equal(await OutputAsync("shares-diff.txt"), result.Output);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(1, (await DiffAsync("--fail-on", "changed")).ExitCode);
    }

    [Theory]
    [InlineData(100, 0, 90, 10, "v2 of shop/web:80 0 % → 10 %, v1 of shop/web:80 100 % → 90 %")]
    [InlineData(75, 25, 0, 100, "v2 of shop/web:80 25 % → 100 %, v1 of shop/web:80 75 % → 0 %")]
    [InlineData(1, 1, 2, 1, "v1 of shop/web:80 50 % → 2/3, v2 of shop/web:80 50 % → 1/3")]
    public async Task ASplitBeginsAndEnds(int one, int two, int other, int another, string shares)
    {
        Write("before", one, two);
        Write("after", other, another);
        Assert.Contains(
            $"web.shop.svc.cluster.local:80: {shares}: any method /items*",
            (await DiffAsync()).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TheSameSharesInOtherNumbersAreNoChange()
    {
        Write("before", 3, 1);
        Write("after", 75, 25);
        var result = await DiffAsync("--fail-on", "changed");
        Assert.Equal((0, "no access changes\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task MachinesGetNumbers()
    {
        Write("before", 95, 5);
        Write("after", 75, 25);
        using var report = JsonDocument.Parse((await DiffAsync("--output", "json")).Output);
        var call = report.RootElement.GetProperty("calls")[0];
        Assert.Equal("shifted", call.GetProperty("kind").GetString());
        Assert.Equal(
            [("v2", 5, 25), ("v1", 95, 75)],
            call.GetProperty("shares")
                .EnumerateArray()
                .Select(share =>
                    (
                        share.GetProperty("subset").GetString(),
                        share.GetProperty("before").GetDouble(),
                        share.GetProperty("after").GetDouble()
                    )
                )
        );
    }

    [Fact]
    public async Task AReviewHasTheSharesInItsTable()
    {
        Git("init", "-q", "-b", "main");
        Write("mesh", 95, 5);
        Git("add", "mesh");
        Git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "before");
        Write("mesh", 75, 25);
        var result = await ReviewAsync("markdown");
        Assert.Equal(await OutputAsync("shares-review.md"), result.Output);
        Assert.Contains(
            "shifted outside one → shop.example.com:80: v2 of shop/web:80 5 % → 25 %, v1 of shop/web:80 95 % → 75 %",
            (await ReviewAsync("sarif")).Output,
            StringComparison.Ordinal
        );
    }

    /// <summary>The same people answer, however their versions share the calls.</summary>
    [Theory]
    [InlineData(CallChangeKind.Shifted, 0)]
    [InlineData(CallChangeKind.Diverted, 1)]
    public void WhoeverAnswersAlreadyIsNotAskedToAgree(CallChangeKind kind, int asked)
    {
        ReviewedService[] services = [new("web", "one", "shop", ["web"], ["web.shop"], "@example/web", null)];
        var change = new CallChange(
            [new AccessCaller("one", "shop", "cart", false)],
            "web.shop",
            80,
            kind,
            CallEffect.Sent,
            "v2 of web.shop:80",
            [],
            false,
            RequestSet.Everything,
            null,
            true,
            false,
            []
        );
        Assert.Equal(asked, new ReviewOwners(services, services, _ => [], _ => []).Of([AccessChangeLine.Of(change)], []).Count);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string side, int one, int two) =>
        _folder.Cluster(
            $"{side}/one",
            ManifestFolder.Pods("cart"),
            Version("v1"),
            Version("v2"),
            ManifestFolder.Gateway("istio-system", "ingress", "ingress"),
            Gateway,
            Subsets,
            Route("web", "web", "mesh", one, two),
            Route("edge", "shop.example.com", "shop", one, two)
        );

    private static string Version(string version) =>
        """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web-VERSION, namespace: shop}
            spec: {template: {metadata: {labels: {app: web, version: VERSION}}, spec: {serviceAccountName: web, containers: [{name: web}]}}}
            """.Replace("VERSION", version, StringComparison.Ordinal);

    private static string Route(string name, string host, string gateway, int one, int two) =>
        FormattableString.Invariant(
            $$$"""
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: {{{name}}}, namespace: shop}
            spec:
              hosts: [{{{host}}}]
              gateways: [{{{gateway}}}]
              http:
                - match: [{uri: {prefix: /items}}]
                  route:
                    - {destination: {host: web, subset: v1}, weight: {{{one}}}}
                    - {destination: {host: web, subset: v2}, weight: {{{two}}}}
                - route: [{destination: {host: web, subset: v1}}]
            """
        );

    private Task<Meshstack.Result> DiffAsync(params string[] arguments) =>
        Meshstack.RunAsync(["access", "diff", Path.Combine(_folder.Root, "before"), Path.Combine(_folder.Root, "after"), .. arguments]);

    private async Task<Meshstack.Result> ReviewAsync(string form)
    {
        var mesh = Path.Combine(_folder.Root, "mesh");
        var result = await Meshstack.RunAsync("review", "--base", "HEAD", "--manifests", mesh, "--output", form);
        return result with { Output = result.Output.Replace(mesh, "mesh", StringComparison.Ordinal) };
    }

    private static Task<string> OutputAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(Meshstack.Root, "tests", "MeshStack.Cli.Tests", "Outputs", file));

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Root })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
