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
    public async Task AStackBeforeTheVerbIsNotPassedOver()
    {
        var result = await Meshstack.RunAsync("access", "prod", "diff", "HEAD");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'prod' stands before diff: a stack is given behind it, as --stack prod", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("See: meshstack access diff --help\n", result.Error, StringComparison.Ordinal);
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
