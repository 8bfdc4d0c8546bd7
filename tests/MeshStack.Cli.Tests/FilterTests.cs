using System.Text.Json;

namespace MeshStack.Cli.Tests;

/// <summary>Filters narrow what is shown, and never what is proved.</summary>
public sealed class FilterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    [Fact]
    public async Task AccessShowsNoMoreThanWhatIsAskedFor()
    {
        var result = await Meshstack.RunAsync(
            "access",
            "prod",
            "--cluster",
            "fra1",
            "--service",
            "catalog",
            "--service",
            "shop/storefront"
        );

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(await ExpectedAsync("access-prod-fra1.txt"), result.Output);
    }

    [Fact]
    public async Task QuietAccessIsWhatIsUndecidedAndTheSummary()
    {
        var result = await Meshstack.RunAsync("access", "prod", "-q");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(await ExpectedAsync("access-prod-quiet.txt"), result.Output);
    }

    /// <summary>What is open to everyone is open to each caller.</summary>
    [Fact]
    public async Task ACallerMayDoWhatEveryoneMay()
    {
        var result = await Meshstack.RunAsync("access", "prod", "--caller", "fra1/shop/catalog", "--namespace", "shop");

        Assert.Equal(
            """
            fra1 shop/storefront:80
              fra1 every workload  GET, HEAD /*
                                   POST /cart, /cart/*, /checkout
                                   as shop.example.com:443 through fra1 istio-ingress/istio-ingressgateway

            8 invariants hold
            1 service open to 1 caller, 0 closed to everyone, nothing undecided
            shown: shop of 9 namespaces, fra1/shop/catalog of 9 callers

            """,
            result.Output
        );
    }

    [Theory]
    [InlineData("preview", "markdown", "\nshown: httpbin of 2 services; left out: 1 warning\n")]
    [InlineData("access", "markdown", "\nshown: httpbin of 2 services\n")]
    [InlineData("access", "html", "<p>shown: httpbin of 2 services</p>\n")]
    public async Task TheOtherFormsAreNarrowedToo(string command, string form, string shown)
    {
        var result = await Meshstack.RunAsync(command, "dev", "--service", "httpbin", "-o", form);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(shown, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("productpage", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonIsNarrowedAndCountsAll()
    {
        var result = await Meshstack.RunAsync("preview", "dev", "--cluster", "cluster01", "--namespace", "namespace01", "-o", "json");

        using var json = JsonDocument.Parse(result.Output);
        var (root, summary) = (json.RootElement, json.RootElement.GetProperty("summary"));
        Assert.Equal("cluster01", Assert.Single(root.GetProperty("clusters").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(["productpage"], root.GetProperty("access").EnumerateArray().Select(row => row.GetProperty("service").GetString()));
        Assert.Equal(2, summary.GetProperty("clusters").GetInt32());
        Assert.Equal("cluster01 of 2 clusters, namespace01 of 5 namespaces; left out: 1 warning", summary.GetProperty("shown").GetString());
    }

    /// <summary>An error that is not shown is counted, and ends the command as any other.</summary>
    [Theory]
    [InlineData(0, "preview", "t", "--project", "{0}", "--service", "web")]
    [InlineData(1, "preview", "t", "--project", "{0}", "--service", "web", "--quiet")]
    public async Task AnErrorElsewhereIsCounted(int at, params string[] arguments)
    {
        Write();
        var result = await Meshstack.RunAsync(0, [.. arguments.Select(one => string.Format(null, one, _folder))]);

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        var lines = result.Output.Split('\n');
        Assert.StartsWith("1 error, 0 of 1 invariants hold", lines[1 - at], StringComparison.Ordinal);
        Assert.Equal("shown: web of 2 services; left out: 1 error", lines[2 - at]);
        Assert.DoesNotContain("other", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorOfWhatIsShownComesFirst()
    {
        Write();
        var result = await Meshstack.RunAsync(0, "preview", "t", "--project", _folder, "--service", "other", "-q");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            "error infra/mesh/t/s.yaml:25: one a/other: never[0]: GET /y from one b/cli gets through, by one AuthorizationPolicy "
                + "a/cli-to-other: rules[0] matches (invariant-never)\n",
            result.Output[..(result.Output.IndexOf('\n', StringComparison.Ordinal) + 1)]
        );
        Assert.Contains("\nshown: other of 2 services\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotThereIsSaidWithWhatIs()
    {
        var result = await Meshstack.RunAsync(
            "preview",
            "dev",
            "--service",
            "htpbin",
            "--cluster",
            "cluster1",
            "--namespace",
            "x",
            "--caller",
            "cluster01/default/slep"
        );

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            """
            --cluster: there is no cluster 'cluster1'; allowed: cluster01, cluster02; did you mean cluster01?
            --namespace: no cluster has the namespace 'x'; allowed: default, istio-ingress, istio-system, namespace01, namespace02
            --service: there is no service 'htpbin' (NAME, NAMESPACE/NAME or CLUSTER/NAMESPACE/NAME, each of which may be *); ALLOWED
            --caller: there is no caller 'cluster01/default/slep' (outside, or CLUSTER/NAMESPACE/SERVICEACCOUNT, each of which may be *)ALL
            4 errors.

            """.Replace("ALLOWED", "allowed: httpbin, productpage; did you mean httpbin?", StringComparison.Ordinal).Replace(
                "ALL\n",
                "; allowed: cluster01/default/sleep, cluster01/namespace01/bookinfo-productpage, cluster02/default/bookinfo-user, "
                    + "cluster02/default/sleep, cluster02/namespace02/httpbin, outside; did you mean cluster01/default/sleep?\n",
                StringComparison.Ordinal
            ),
            result.Error
        );
    }

    [Theory]
    [InlineData("--quiet is for text: --output json has everything", "preview", "-q", "-o", "json")]
    [InlineData("--cluster is not for --output sarif, which has everything", "preview", "--cluster", "cluster01", "-o", "sarif")]
    [InlineData("--service is for who may call whom: --reach asks something else", "access", "--service", "a", "--reach", "outside")]
    public async Task WhatHasNoFiltersSaysSo(string error, params string[] arguments)
    {
        var result = await Meshstack.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(error, result.Output + result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<string> ExpectedAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(Meshstack.Root, "tests", "MeshStack.Cli.Tests", "Outputs", file));

    private void Write()
    {
        var intents = Directory.CreateDirectory(Path.Combine(_folder, "infra", "mesh", "t")).FullName;
        File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), "name: meshstack\nruntime: dotnet\n");
        File.WriteAllText(
            Path.Combine(_folder, "Pulumi.t.yaml"),
            """
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:namespaces: {a: {}, b: {}, c: {}}
              meshstack:clusters: {one: {context: kind-one}}
            """
        );
        File.WriteAllText(
            Path.Combine(intents, "s.yaml"),
            """
            kind: InboundService
            name: web
            cluster: one
            namespace: c
            port: 80
            targetPort: 8080
            ---
            kind: InboundService
            name: other
            cluster: one
            namespace: a
            port: 80
            targetPort: 8080
            ---
            kind: ClientAccess
            name: cli-to-other
            service: other
            cluster: one
            namespace: b
            serviceAccount: cli
            access: [{methods: [GET], paths: [/y*]}]
            ---
            kind: Invariants
            never:
              - {from: one/b/cli, to: other, method: GET}
            """
        );
    }
}
