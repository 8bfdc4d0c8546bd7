using System.Text.Json;
using MeshStack.Analysis.Topology;
using MeshStack.Manifests;

namespace MeshStack.Cli.Tests;

/// <summary>Who could take the calls to a service, and what closes that.</summary>
public sealed class InterceptionTests
{
    [Fact]
    public async Task WhoCouldTakeCallsIsListedWithWhatClosesIt()
    {
        var result = await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Meshstack.Root, "tests/MeshStack.Cli.Tests/Outputs/access-dev-intercept-httpbin.txt")),
            result.Output
        );
        using var json = JsonDocument.Parse((await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin", "-o", "json")).Output);
        var call = Assert.Single(json.RootElement.GetProperty("calls").EnumerateArray());
        Assert.True(call.GetProperty("closedBySidecar").GetBoolean());
        Assert.All(
            json.RootElement.GetProperty("closedBy").EnumerateArray(),
            one => Assert.Single(ManifestYaml.Read(one.GetString()!, "closing", "any"))
        );
        Assert.Contains(
            "```yaml",
            (await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin", "-o", "markdown")).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<pre>",
            (await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin", "-o", "html")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ObjectsOfAFolderAreTriedOutAsTheApiServerTakesThem()
    {
        using var folder = new ManifestFolder();
        folder.Cluster("one", ManifestFolder.Pods("web"), Workload("probe", "probe"), Workload("tomorrow", "sink"));
        var result = await Meshstack.RunAsync("access", "--manifests", folder.Root, "--intercept", "web");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains(
            "a VirtualService of any other namespace (probe, or one made tomorrow) takes calls of one tomorrow to web.shop.svc.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("does not count", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNobodyCallsNothingIsSaidOfWhoCouldTakeCalls()
    {
        using var folder = new ManifestFolder();
        folder.Cluster("one", ManifestFolder.Pods("web"), Policy());
        var result = await Meshstack.RunAsync("access", "--manifests", folder.Root, "--intercept", "web");
        Assert.Equal("no calls come to web\n", result.Output);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task TheAdmissionPolicyRefusesWhatWouldTakeCallsAndNothingThatIsThere(string stack)
    {
        using var folder = new ManifestFolder();
        Assert.Equal(0, (await Meshstack.RunAsync("render", stack, "--out", folder.Root)).ExitCode);
        var own = Snapshot
            .SourcesOfFolder(folder.Root)
            .Manifests.Where(manifest => manifest is { Group: "networking.istio.io", Kind: "VirtualService" or "ServiceEntry" })
            .ToArray();
        Assert.NotEmpty(own);
        using var json = JsonDocument.Parse((await Meshstack.RunAsync("access", stack, "--intercept", "*", "-o", "json")).Output);
        string[] conditions =
        [
            .. json
                .RootElement.GetProperty("closedBy")
                .EnumerateArray()
                .Select(one => Assert.Single(ManifestYaml.Read(one.GetString()!, "closing", "any")))
                .Where(one => one.Kind == "ValidatingAdmissionPolicy")
                .SelectMany(policy => policy.Spec["validations"].Items.Select(validation => validation["expression"].Text!)),
        ];
        bool IsAccepted(Manifest manifest) => conditions.All(condition => CelExpression.IsTrue(condition, manifest.Body));
        Assert.All(own, manifest => Assert.True(IsAccepted(manifest), manifest.Reference));
        var hosts = json
            .RootElement.GetProperty("calls")
            .EnumerateArray()
            .Select(call => call.GetProperty("host").GetString()!)
            .Distinct()
            .ToArray();
        Assert.Equal(conditions.Length, hosts.Length);
        Assert.All(
            hosts,
            host =>
            {
                Assert.False(IsAccepted(Route("tomorrow", host)));
                Assert.False(IsAccepted(Route("tomorrow", host.ToUpperInvariant())));
                Assert.False(IsAccepted(Route("tomorrow", $"*{host[host.IndexOf('.', StringComparison.Ordinal)..]}")));
                Assert.False(IsAccepted(Route("tomorrow", host, "tomorrow", ".")));
            }
        );
        Assert.True(IsAccepted(Route("tomorrow", "*")));
        Assert.True(IsAccepted(Route("tomorrow", "web.tomorrow.svc.cluster.local")));
    }

    [Fact]
    public async Task ACallerMayRouteItsOwnCallsAlone()
    {
        using var folder = new ManifestFolder();
        folder.Cluster("one", ManifestFolder.Pods("web"), Workload("front", "cart"), Workload("back", "sink"));
        var result = await Meshstack.RunAsync("access", "--manifests", folder.Root, "--intercept", "web", "-o", "json");
        using var json = JsonDocument.Parse(result.Output);
        var policy = json
            .RootElement.GetProperty("closedBy")
            .EnumerateArray()
            .Select(one => ManifestYaml.Read(one.GetString()!, "closing", "any").Single())
            .Single(one => one.Kind == "ValidatingAdmissionPolicy");
        var condition = Assert.Single(policy.Spec["validations"].Items)["expression"].Text!;
        const string web = "web.shop.svc.cluster.local";
        Assert.True(CelExpression.IsTrue(condition, Route("front", web, ".").Body));
        Assert.False(CelExpression.IsTrue(condition, Route("front", web).Body));
        Assert.False(CelExpression.IsTrue(condition, Route("front", web, "back").Body));
        Assert.True(CelExpression.IsTrue(condition, Route("shop", web, "back").Body));
    }

    [Theory]
    [InlineData("""{http: [{route: [{destination: {host: sink.back.svc.cluster.local}}]}], HOSTS}""")]
    [InlineData(
        """
            {http: [{route: [
              {destination: {host: web.shop.svc.cluster.local}, weight: 99}, {destination: {host: sink.back.svc.cluster.local}, weight: 1}
            ]}], HOSTS}
            """
    )]
    public async Task WhatIsTakenAlreadyIsSaidFirstAndNotLetWriteMore(string spec)
    {
        using var folder = new ManifestFolder();
        folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            Workload("front", "cart"),
            Workload("back", "sink"),
            $$"""
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: take, namespace: back}
            spec: {{spec.Replace("HOSTS", "hosts: [web.shop.svc.cluster.local]", StringComparison.Ordinal).ReplaceLineEndings(" ")}}
            """
        );
        var result = await Meshstack.RunAsync("access", "--manifests", folder.Root, "--intercept", "web");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.StartsWith(
            "back/take, a VirtualService, takes calls of one front, shop to web.shop.svc.cluster.local:80 now\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("namespace in ['back', 'istio-system'", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lets these write more", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNoSidecarIsAdvisedItIsSaidWhy()
    {
        using var folder = new ManifestFolder();
        folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            Workload("front", "cart"),
            """
            apiVersion: networking.istio.io/v1
            kind: Sidecar
            metadata: {name: default, namespace: front}
            spec: {egress: [{hosts: ["*/*"]}]}
            """
        );
        var result = await Meshstack.RunAsync("access", "--manifests", folder.Root, "--intercept", "web");
        Assert.Contains("\nno Sidecar for one front: one is there already\n", result.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(
            (await Meshstack.RunAsync("access", "--manifests", folder.Root, "--intercept", "web", "-o", "json")).Output
        );
        Assert.Contains(
            json.RootElement.GetProperty("calls").EnumerateArray(),
            call => call.TryGetProperty("whyNoSidecar", out var why) && why.GetString() == "one is there already"
        );
    }

    [Fact]
    public async Task SidecarsOfAlikeNamespacesAreAdvisedForEachCluster()
    {
        using var folder = new ManifestFolder();
        folder.Cluster("fra1", ManifestFolder.Pods("web"), Workload("front", "cart"));
        folder.Cluster("iad1", ManifestFolder.Pods("web"), Workload("front", "cart"));
        var text = (await Meshstack.RunAsync("access", "--manifests", folder.Root, "--intercept", "web")).Output;
        Assert.Contains("# cluster fra1\napiVersion: networking.istio.io/v1\nkind: Sidecar\n", text, StringComparison.Ordinal);
        Assert.Contains("# cluster iad1\napiVersion: networking.istio.io/v1\nkind: Sidecar\n", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(
            (await Meshstack.RunAsync("access", "--manifests", folder.Root, "--intercept", "web", "-o", "json")).Output
        );
        Assert.Equal(
            [("fra1", "front"), ("iad1", "front")],
            json.RootElement.GetProperty("sidecars")
                .EnumerateArray()
                .Select(one => (one.GetProperty("cluster").GetString(), one.GetProperty("namespace").GetString()))
                .Where(one => one.Item2 == "front")
        );
    }

    [Fact]
    public async Task AServiceEntryBesideThatOfTheServiceTakesCalls()
    {
        using var folder = new ManifestFolder();
        folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            Workload("front", "cart"),
            Workload("back", "sink"),
            Entry("shop", "workloadSelector: {labels: {app: web}}, exportTo: ['*']"),
            Entry("back", "endpoints: [{address: 192.0.2.1}], exportTo: [front]")
        );
        var result = await Meshstack.RunAsync("access", "--manifests", folder.Root, "--intercept", "web");
        Assert.StartsWith(
            "back/pay, a ServiceEntry, takes calls of one front to pay.example.com:80 now\n",
            result.Output,
            StringComparison.Ordinal
        );

        static string Entry(string ns, string spec) =>
            $$"""
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: pay, namespace: {{ns}}}
                spec: {hosts: [pay.example.com], resolution: STATIC, ports: [{number: 80, name: http, protocol: HTTP}], {{spec}}}
                """;
    }

    [Fact]
    public async Task WhatIsNotThereIsBadInput()
    {
        var result = await Meshstack.RunAsync("access", "dev", "--intercept", "httpbn");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("--intercept: there is no service 'httpbn'", result.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean httpbin?", result.Error, StringComparison.Ordinal);
    }

    private static Manifest Route(string ns, string host, params string[] exportTo)
    {
        Dictionary<string, object?> spec = new() { ["hosts"] = new object?[] { host } };
        if (exportTo.Length > 0)
        {
            spec["exportTo"] = exportTo.ToArray<object?>();
        }

        return Manifest.From(
            "any",
            new Dictionary<string, object?>
            {
                ["apiVersion"] = "networking.istio.io/v1",
                ["kind"] = "VirtualService",
                ["metadata"] = new Dictionary<string, object?> { ["name"] = "take", ["namespace"] = ns },
                ["spec"] = spec,
            }
        );
    }

    private static string Workload(string ns, string name) =>
        """
            apiVersion: v1
            kind: Namespace
            metadata: {name: SPACE, labels: {istio-injection: enabled}}
            ---
            """.Replace("SPACE", ns, StringComparison.Ordinal)
        + "\n"
        + ManifestFolder.Pods(name).Replace("namespace: shop", $"namespace: {ns}", StringComparison.Ordinal);

    private static string Policy() =>
        """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: nobody, namespace: shop}
            spec: {}
            """;
}
