using System.Text.Json;

namespace MeshStack.Cli.Tests;

/// <summary>What the proof shows about objects, at the line that it comes from.</summary>
public sealed class AccessFindingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    [Theory]
    [InlineData(
        "text",
        "warning {0}:10: one AuthorizationPolicy shop/web: spec.rules[0]: No request matches the rule: it asks for port 80, and web "
            + "serves port 8080"
    )]
    [InlineData(
        "markdown",
        "- warning {0}:10: one AuthorizationPolicy shop/web: spec.rules[0]: No request matches the rule: it asks for port 80, and web "
            + "serves port 8080"
    )]
    [InlineData(
        "html",
        "<h2>Findings</h2>\n<ul>\n<li>warning {0}:10: one AuthorizationPolicy shop/web: spec.rules[0]: No request matches the rule: it "
            + "asks for port 80, and web serves port 8080"
    )]
    public async Task ADeadRuleIsNamedWithItsFile(string form, string expected)
    {
        var result = await Meshstack.RunAsync("access", "--manifests", Manifests(), "-o", form);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            string.Format(null, expected, Path.Combine("one", "app.yaml")),
            result.Output.Replace(Manifests() + Path.DirectorySeparatorChar, "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task JsonHasFindingsAsThePreviewHasThem()
    {
        var result = await Meshstack.RunAsync("access", "--manifests", Manifests(), "-o", "json");
        using var json = JsonDocument.Parse(result.Output);
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(
            ("warning", "rule-matches-nothing", "one", "AuthorizationPolicy shop/web", "spec.rules[0]", 10),
            (
                finding.GetProperty("severity").GetString(),
                finding.GetProperty("code").GetString(),
                finding.GetProperty("cluster").GetString(),
                finding.GetProperty("object").GetString(),
                finding.GetProperty("path").GetString(),
                finding.GetProperty("line").GetInt32()
            )
        );
    }

    [Theory]
    [InlineData("access")]
    [InlineData("preview")]
    public async Task AnAccessThatAnotherOneCoversIsNamedAtItsLine(string verb)
    {
        Copy("Pulumi.yaml");
        Copy("Pulumi.dev.yaml");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Meshstack.Root, "infra", "mesh", "dev")))
        {
            Copy(Path.GetRelativePath(Meshstack.Root, file));
        }

        File.WriteAllText(
            Path.Combine(_folder, "infra", "mesh", "dev", "more.yaml"),
            "kind: ClientAccess\nname: one-page\nservice: productpage\ncluster: cluster02\nnamespace: default\nserviceAccount: "
                + "sleep\naccess:\n  - {methods: [GET], paths: [/static/logo]}\n"
        );

        var result = await Meshstack.RunAsync(0, verb, "dev", "--project", _folder);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "info infra/mesh/dev/more.yaml:1: cluster01 AuthorizationPolicy namespace01/one-page: spec.rules[0]: The rule changes "
                + "nothing: spec.rules[0] of AuthorizationPolicy namespace01/sleep-to-productpage lets in all of it already.",
            result.Output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task NothingIsFoundInTheStacksOfTheRepository(string stack)
    {
        using var json = JsonDocument.Parse((await Meshstack.RunAsync("access", stack, "-o", "json")).Output);
        Assert.Empty(json.RootElement.GetProperty("findings").EnumerateArray());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Copy(string file)
    {
        var target = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(Meshstack.Root, file), target);
    }

    private string Manifests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "one"));
        File.WriteAllText(
            Path.Combine(_folder, "one", "app.yaml"),
            """
            apiVersion: v1
            kind: List
            items:
              - {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}
              - {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{name: http,
                  port: 80, targetPort: 8080}]}}
              - {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop},
                  spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: web,
                  containers: [{name: web}]}}}}
              - apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: web, namespace: shop}
                spec: {selector: {matchLabels: {app: web}}, rules: [{to: [{operation: {ports: ["80"], methods: [GET]}}]}]}
            """
        );
        return _folder;
    }
}
