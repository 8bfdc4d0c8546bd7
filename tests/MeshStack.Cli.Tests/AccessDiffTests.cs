using System.Diagnostics;
using System.Text.Json;

namespace MeshStack.Cli.Tests;

public sealed class AccessDiffTests : IDisposable
{
    private const string App = """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {istio-injection: enabled}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: web,
          containers: [{name: web}]}}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: cart, namespace: shop}
        spec: {selector: {matchLabels: {app: cart}}, template: {metadata: {labels: {app: cart}}, spec: {serviceAccountName: cart,
          containers: [{name: cart}]}}}
        ---
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: default, namespace: shop}
        spec: {mtls: {mode: STRICT}}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: cart-to-web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/cart]}}],
            to: [{operation: {methods: [GET], paths: [/items, /prices]}}]}]
        """;

    private const string Late = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: late, namespace: other}
        spec: {selector: {matchLabels: {app: late}}, template: {metadata: {labels: {app: late}}, spec: {serviceAccountName: late,
          containers: [{name: late}]}}}
        """;

    private const string Stranger =
        App
        + """

            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: other, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: sink, namespace: other}
            spec: {selector: {app: sink}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: sink, namespace: other}
            spec: {selector: {matchLabels: {app: sink}}, template: {metadata: {labels: {app: sink}}, spec: {serviceAccountName: sink,
              containers: [{name: sink}]}}}
            """;

    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    [Fact]
    public async Task OtherObjectsWithTheSameEffectAreNoChange()
    {
        Write("before/one/app.yaml", App);
        Write(
            "after/one/all.yaml",
            App.Replace("cart-to-web", "callers-of-web", StringComparison.Ordinal)
                .Replace("paths: [/items, /prices]", "paths: [/prices, /items]", StringComparison.Ordinal)
        );
        var result = await Meshstack.RunAsync(
            "access",
            "diff",
            Path.Combine(_folder, "before"),
            Path.Combine(_folder, "after"),
            "--fail-on",
            "changed"
        );
        Assert.Equal("", result.Error);
        Assert.Equal("no access changes\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("methods: [GET]", "methods: [GET, POST]", "gained", "POST /items", "widened", 1)]
    [InlineData("methods: [GET]", "methods: [GET, POST]", "gained", "POST /items", "changed", 1)]
    [InlineData("paths: [/items, /prices]", "paths: [/items]", "lost", "GET /prices", "widened", 0)]
    [InlineData("paths: [/items, /prices]", "paths: [/items]", "lost", "GET /prices", "changed", 1)]
    public async Task AChangeIsShownWithARequest(string old, string @new, string word, string request, string failOn, int exitCode)
    {
        Write("before/one/app.yaml", App);
        Write("after/one/app.yaml", App.Replace(old, @new, StringComparison.Ordinal));
        var result = await Meshstack.RunAsync(
            "access",
            "diff",
            Path.Combine(_folder, "before"),
            Path.Combine(_folder, "after"),
            "--fail-on",
            failOn
        );
        Assert.Equal("", result.Error);
        Assert.Equal(exitCode, result.ExitCode);
        var line = result.Output.Split('\n')[0];
        Assert.StartsWith($"{word, -7} one shop/cart → one shop/web:80: ", line, StringComparison.Ordinal);
        Assert.Contains(request, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARevisionOfTheProjectIsComparedWithTheWorkingTree()
    {
        Copy("Pulumi.yaml");
        Copy("Pulumi.dev.yaml");
        Copy("infra/mesh/dev/httpbin.yaml");
        Copy("infra/mesh/dev/productpage.yaml");
        await GitAsync("init", "-q");
        await GitAsync("add", "-A");
        await GitAsync("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a");
        string[] diff = ["access", "diff", "HEAD", "--project", _folder];

        Assert.Equal("no access changes\n", (await Meshstack.RunAsync(diff)).Output);

        var httpbin = await File.ReadAllTextAsync(Path.Combine(_folder, "infra/mesh/dev/httpbin.yaml"));
        Write("infra/mesh/dev/httpbin.yaml", httpbin.Replace("methods: [GET]", "methods: [GET, POST]", StringComparison.Ordinal));
        var widened = await Meshstack.RunAsync([.. diff, "--fail-on", "widened"]);
        Assert.Equal(1, widened.ExitCode);
        Assert.StartsWith(
            "gained  cluster01 default/sleep → cluster02 namespace02/httpbin:8000: POST /headers, /status*, for example POST /status\n",
            widened.Output,
            StringComparison.Ordinal
        );
        Assert.EndsWith("1 gained, 0 lost\n", widened.Output, StringComparison.Ordinal);

        // Nothing of what is checked out stays, also where one side is not there.
        var temporary = Directory.CreateDirectory(Path.Combine(_folder, "temporary")).FullName;
        foreach (var (before, after) in new[] { ("nosuch", "HEAD"), ("HEAD", "nosuch"), ("HEAD", "HEAD") })
        {
            var result = await Meshstack.StartAsync(Meshstack.Root, 0, temporary, "access", "diff", before, after, "--project", _folder);
            Assert.Equal(before == after ? 0 : 2, result.ExitCode);
            Assert.Empty(Directory.EnumerateDirectories(temporary, "meshstack-*"));
        }

        using var json = JsonDocument.Parse((await Meshstack.RunAsync([.. diff, "-o", "json"])).Output);
        Assert.Equal("gained", json.RootElement.GetProperty("changes")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task ARevisionThatIsNotThereIsBadInput()
    {
        var result = await Meshstack.RunAsync("access", "diff", "no-such-revision");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("git has no 'no-such-revision'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStackBeforeTheVerbIsTheStack()
    {
        Copy("Pulumi.yaml");
        foreach (var stack in new[] { "dev", "shop" })
        {
            Write($"Pulumi.{stack}.yaml", await File.ReadAllTextAsync(Path.Combine(Meshstack.Root, "Pulumi.dev.yaml")));
            Write(
                $"infra/mesh/{stack}/httpbin.yaml",
                await File.ReadAllTextAsync(Path.Combine(Meshstack.Root, "infra/mesh/dev/httpbin.yaml"))
            );
        }

        await GitAsync("init", "-q");
        await GitAsync("add", "-A");
        await GitAsync("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a");
        var httpbin = await File.ReadAllTextAsync(Path.Combine(_folder, "infra/mesh/shop/httpbin.yaml"));
        Write("infra/mesh/shop/httpbin.yaml", httpbin.Replace("methods: [GET]", "methods: [GET, POST]", StringComparison.Ordinal));
        var before = await Meshstack.RunAsync("access", "shop", "diff", "HEAD", "--project", _folder);
        Assert.EndsWith("1 gained, 0 lost\n", before.Output, StringComparison.Ordinal);
        Assert.Equal(before.Output, (await Meshstack.RunAsync("access", "diff", "HEAD", "--stack", "shop", "--project", _folder)).Output);
        Assert.Equal("no access changes\n", (await Meshstack.RunAsync("access", "dev", "diff", "HEAD", "--project", _folder)).Output);
    }

    [Fact]
    public async Task AStackIsSaidOnceAndNotOfTwoFolders()
    {
        var twice = await Meshstack.RunAsync("access", "prod", "diff", "HEAD", "--stack", "dev");
        Assert.Equal(2, twice.ExitCode);
        Assert.Contains("specify either 'prod' before diff or --stack, not both", twice.Error, StringComparison.Ordinal);
        Assert.EndsWith("See: meshstack access diff --help\n", twice.Error, StringComparison.Ordinal);
        Write("a/one/app.yaml", App);
        var folder = Path.Combine(_folder, "a");
        var folders = await Meshstack.RunAsync("access", "prod", "diff", folder, folder);
        Assert.Equal(2, folders.ExitCode);
        Assert.Contains("specify either a stack or two folders of manifests, not both", folders.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diverted", 1)]
    [InlineData("changed", 1)]
    [InlineData("widened", 0)]
    public async Task CallsThatAStrangerTakesAreTold(string failOn, int exitCode)
    {
        Write("before/one/app.yaml", Stranger);
        Write(
            "after/one/app.yaml",
            Stranger
                + """

                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: take, namespace: other}
                spec:
                  hosts: [web.shop.svc.cluster.local]
                  http:
                    - mirror: {host: sink.other.svc.cluster.local}
                      headers: {request: {set: {x-token: abc123}}}
                      route:
                        - {destination: {host: web.shop.svc.cluster.local}, weight: 99}
                        - {destination: {host: sink.other.svc.cluster.local}, weight: 1}
                """
        );
        string[] diff = ["access", "diff", Path.Combine(_folder, "before"), Path.Combine(_folder, "after")];
        var result = await Meshstack.RunAsync([.. diff, "--fail-on", failOn]);
        Assert.Equal(exitCode, result.ExitCode);
        const string Calls = "one every workload → web.shop.svc.cluster.local:80: ";
        const string All = "everything, for example GET / (VirtualService other/take)\n";
        Assert.Equal(
            $"diverted {Calls}also to one other/sink:80 (other/sink:80 0 % → 1 %, shop/web:80 100 % → 99 %): {All}"
                + $"copied  {Calls}to one other/sink:80: {All}"
                + $"changed {Calls}rewritten (the header x-token is set): {All}"
                + "0 gained, 0 lost, 1 diverted, 1 copied, 1 changed\n",
            result.Output
        );
        foreach (var form in new[] { "json", "markdown", "html" })
        {
            var other = (await Meshstack.RunAsync([.. diff, "-o", form])).Output;
            Assert.Contains("copied", other, StringComparison.Ordinal);
            Assert.DoesNotContain("abc123", other, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatComesNearerIsTold()
    {
        foreach (var side in new[] { "before", "after" })
        {
            var app = (Stranger + SinkOf("shop/sa/web")).Replace(
                "shop/sa/cart]",
                side == "before" ? "shop/sa/cart]" : "shop/sa/cart, cluster.local/ns/other/sa/late]",
                StringComparison.Ordinal
            );
            Write($"{side}/one/app.yaml", app);
            Write($"{side}/one/late.yaml", Late);
        }

        var result = await Meshstack.RunAsync("access", "diff", Path.Combine(_folder, "before"), Path.Combine(_folder, "after"));
        Assert.Equal(
            """
            gained  one other/late → one shop/web:80: GET /items, /prices, for example GET /items
            nearer  one other/late → one other/sink:80: in 2 calls, by one shop/web:80, and before not at all
            1 gained, 0 lost, 1 nearer

            """,
            result.Output
        );
    }

    /// <summary>What takes over a workload's account lets its callers come to what that one may call, though they gain nothing.</summary>
    [Fact]
    public async Task WhatComesNearerByAnotherAccountIsTold()
    {
        foreach (var side in new[] { "before", "after" })
        {
            var app = Stranger + SinkOf("shop/sa/payer");
            Write(
                $"{side}/one/app.yaml",
                side == "before" ? app : app.Replace("serviceAccountName: web,", "serviceAccountName: payer,", StringComparison.Ordinal)
            );
            Write(
                $"{side}/one/payer.yaml",
                Late.Replace(" late", " payer", StringComparison.Ordinal)
                    .Replace("namespace: other", "namespace: shop", StringComparison.Ordinal)
            );
        }

        var result = await Meshstack.RunAsync("access", "diff", Path.Combine(_folder, "before"), Path.Combine(_folder, "after"));
        Assert.Contains(
            "nearer  one shop/cart → one other/sink:80: in 2 calls, by one shop/web:80, and before not at all\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("0 gained, ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThoseThatComeAsNearAreOneLine()
    {
        string[] names = ["late", "later", "latest"];
        foreach (var side in new[] { "before", "after" })
        {
            var app = (Stranger + SinkOf("shop/sa/web")).Replace(
                "shop/sa/cart]",
                side == "before"
                    ? "shop/sa/cart]"
                    : "shop/sa/cart, " + string.Join(", ", names.Select(name => $"cluster.local/ns/other/sa/{name}")) + "]",
                StringComparison.Ordinal
            );
            Write($"{side}/one/app.yaml", app);
            foreach (var name in names)
            {
                Write($"{side}/one/{name}.yaml", Late.Replace(" late", $" {name}", StringComparison.Ordinal));
            }
        }

        string[] diff = ["access", "diff", Path.Combine(_folder, "before"), Path.Combine(_folder, "after")];
        var result = await Meshstack.RunAsync(diff);
        Assert.Contains(
            "nearer  one other/late and 2 more → one other/sink:80: in 2 calls, by one shop/web:80, and before not at all\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.EndsWith(" 3 nearer\n", result.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await Meshstack.RunAsync([.. diff, "-o", "json"])).Output);
        Assert.Equal(3, json.RootElement.GetProperty("nearer").GetArrayLength());
    }

    [Fact]
    public async Task WhatNobodyCanCompareIsNotTheSame()
    {
        Write("before/one/app.yaml", App);
        Write("other/two/app.yaml", App);
        Write("empty/one/app.yaml", App.Split("---")[0]);
        var mesh = await Meshstack.RunAsync("access", "diff", Path.Combine(_folder, "before"), Path.Combine(_folder, "other"));
        Assert.Contains("not known: before has the clusters one, after two: that is another mesh", mesh.Output, StringComparison.Ordinal);
        var empty = Path.Combine(_folder, "empty");
        var nobody = await Meshstack.RunAsync("access", "diff", empty, empty, "--fail-on", "widened");
        Assert.Equal(
            """
            no access changes are known
            not known: before has no workload, so that nobody in the mesh is asked for
            not known: after has no workload, so that nobody in the mesh is asked for

            """,
            nobody.Output
        );
        Assert.Equal(1, nobody.ExitCode);
        Write("unbuilt/one/app.yaml", App);
        Write("unbuilt/one/kustomization.yaml", "namePrefix: x-\nresources: [app.yaml]\n");
        var unbuilt = await Meshstack.RunAsync(
            "access",
            "diff",
            Path.Combine(_folder, "before"),
            Path.Combine(_folder, "unbuilt"),
            "--fail-on",
            "diverted"
        );
        Assert.Equal(1, unbuilt.ExitCode);
        Assert.Contains("not known: after: ", unbuilt.Output, StringComparison.Ordinal);
        Assert.Contains("has namePrefix, which is not built", unbuilt.Output, StringComparison.Ordinal);
        var nothing = await Meshstack.RunAsync("access", "diff", Path.Combine(_folder, "before"), "nosuch");
        Assert.Equal(
            (2, "there is no folder 'nosuch', and the other side is a folder of manifests"),
            (nothing.ExitCode, nothing.Error.Split('\n')[0])
        );
        Write("before/one/values.yaml", "a: 1\n");
        var before = Path.Combine(_folder, "before");
        var unread = await Meshstack.RunAsync("access", "diff", before, before);
        Assert.Equal("no access changes in what counts\nnot counted: 1 document passed by\n", unread.Output);
    }

    [Fact]
    public async Task AMistakeInTheCommandLineIsJsonWhereJsonIsAskedFor()
    {
        var result = await Meshstack.RunAsync("explain", "--output", "json");
        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        Assert.Contains("--from", result.Output, StringComparison.Ordinal);
        using var errors = JsonDocument.Parse(result.Output);
        Assert.NotEmpty(errors.RootElement.GetProperty("errors").EnumerateArray());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string SinkOf(string caller) =>
        """

            ---
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: default, namespace: other}
            spec: {mtls: {mode: STRICT}}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: sink, namespace: other}
            spec: {selector: {matchLabels: {app: sink}}, rules: [{from: [{source: {principals: [cluster.local/ns/CALLER]}}]}]}
            """.Replace("CALLER", caller, StringComparison.Ordinal);

    private void Copy(string file) => Write(file, File.ReadAllText(Path.Combine(Meshstack.Root, file)));

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task GitAsync(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder })!;
        await git.WaitForExitAsync();
        Assert.Equal(0, git.ExitCode);
    }
}
