using System.Text;
using System.Text.Json;
using MeshStack.Cli.Commands;

namespace MeshStack.Cli.Tests;

/// <summary>Manifests of anybody are checked, whatever else stands beside them.</summary>
public sealed class LintTests : IDisposable
{
    private const string Shop = "tests/MeshStack.Cli.Tests/Lint/shop.yaml";

    private readonly ManifestFolder _folder = new();

    [Fact]
    public async Task FindingsStandAtTheLineOfTheirField()
    {
        var result = await Meshstack.RunAsync("lint", Shop);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            [
                $"{Shop}:8: error VirtualService shop/web: spec.http[0].retires: is an unknown field; allowed: corsPolicy, delegate, "
                    + "directResponse, fault, headers, match, mirror, mirrorPercent, mirrorPercentage, mirror_percent, mirrors, name, "
                    + "redirect, retries, rewrite, route, timeout; did you mean retries? (schema-unknown-field)",
                $"{Shop}:17: error PeerAuthentication shop/default: spec.mtls.mode: \"STRICTT\" is not one of UNSET, DISABLE, PERMISSIVE, "
                    + "STRICT; did you mean STRICT? (schema-value)",
                $"{Shop}:28: error Gateway shop/public: spec.servers[0].tls: The HTTPS server has no tls; give a mode: SIMPLE, MUTUAL, "
                    + "PASSTHROUGH, AUTO_PASSTHROUGH, ISTIO_MUTUAL or OPTIONAL_MUTUAL. (gateway-tls-required)",
            ],
            result.Output.Split('\n').TakeWhile(line => line.Length > 0)
        );
    }

    [Fact]
    public async Task EachRuleIsExplainedOnce()
    {
        var result = await Meshstack.RunAsync("lint", Shop);
        var rules = result.Output.Split('\n').Where(line => line.StartsWith("schema-value: ", StringComparison.Ordinal));
        Assert.Single(rules);
        Assert.Contains("\n  Why: The API server refuses the object.\n  Fix: Write one of", result.Output, StringComparison.Ordinal);
        Assert.Contains("/docs/rules.md#schema-value\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n3 errors in 3 objects of 1 file, by Istio 1.32\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingWrongIsSaid()
    {
        var folder = _folder.Cluster("one").Root;
        var result = await Meshstack.RunAsync("lint", folder);
        Assert.Equal(
            (0, "nothing wrong in 2 objects of 1 file, by Istio 1.32; 2 are of no kind of Istio, and are not checked\n"),
            (result.ExitCode, result.Output)
        );
    }

    [Fact]
    public async Task TheStandardInputIsRead()
    {
        var result = await PipeAsync(await File.ReadAllTextAsync(Path.Combine(Meshstack.Root, Shop)), "lint", "-");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("-:8: error VirtualService shop/web: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileIsReadOnceByWhateverNames()
    {
        var folder = _folder.Cluster("one").Root;
        var file = Path.Combine(folder, "one", "all.yaml");
        var result = await Meshstack.RunAsync("lint", folder, file, Path.Combine(folder, ".", "one", "..", "one", "all.yaml"));
        Assert.Equal(
            (0, "nothing wrong in 2 objects of 1 file, by Istio 1.32; 2 are of no kind of Istio, and are not checked\n"),
            (result.ExitCode, result.Output)
        );
    }

    [Fact]
    public async Task AFolderThatIsALinkIsNamed()
    {
        var folder = _folder.Cluster("one").Root;
        Directory.CreateSymbolicLink(Path.Combine(folder, "two"), Path.Combine(folder, "one"));
        var result = await Meshstack.RunAsync("lint", folder);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "two:1: error This is a link to a folder, and such links are not followed",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task NothingToCheckIsAnError()
    {
        var piped = await PipeAsync("\n", "lint", "-");
        Assert.Equal((2, "there is nothing to check: what is given is empty\n1 error.\n"), (piped.ExitCode, piped.Error));
        Assert.Equal(2, (await Meshstack.RunAsync("lint", _folder.Root)).ExitCode);
    }

    [Fact]
    public async Task WithoutAnObjectThereIsNothingToCheck()
    {
        var result = await PipeAsync("# nothing\n---\n# but comments\n", "lint", "-");
        Assert.Equal((2, "there is nothing to check: what is given holds no object\n1 error.\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task ObjectsWhoseNameIsMadeAreCheckedAndNoneIsAnother()
    {
        const string Generated =
            "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {generateName: a-}\nspec: {mtls: {mode: X}}\n";
        var result = await PipeAsync($"{Generated}---\n{Generated}", "lint", "-");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\n2 errors in 2 objects of 1 file, by Istio 1.32\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfMuchThatIsWrongTheFirstIsSaid()
    {
        var fields = string.Concat(Enumerable.Range(0, 150).Select(i => $"  k{i}: 1\n"));
        var result = await PipeAsync(
            $"apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {{name: a}}\nspec:\n{fields}",
            "lint",
            "-"
        );
        Assert.Equal(101, result.Output.Split('\n').TakeWhile(line => line.StartsWith('-')).Count());
        Assert.Contains("\n-: 50 more\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n150 errors in 1 object of 1 file", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AValueThatTwoJudgesRefuseIsSaidOnce()
    {
        const string Wrong = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {hosts: [web], http: [{route: [{destination: {host: web, port: {number: 70000}}}]}]}
            """;
        var result = await PipeAsync(Wrong, "lint", "-");
        Assert.EndsWith("\n1 error in 1 object of 1 file, by Istio 1.32\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.31.4", 1)]
    [InlineData("1.99", 2)]
    public async Task APatchIsOfItsMinorVersion(string version, int exitCode) =>
        Assert.Equal(exitCode, (await Meshstack.RunAsync("lint", Shop, "--istio", version)).ExitCode);

    [Fact]
    public async Task FieldsAreThoseOfTheVersionThatIsAskedFor()
    {
        const string Newer = """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: web, namespace: shop}
            spec: {host: web, trafficPolicy: {retryBudget: {budgetInterval: 1s}}}
            """;
        var old = await PipeAsync(Newer, "lint", "-", "--istio", "1.30");
        Assert.Contains("exists since Istio 1.31, and this is Istio 1.30 (schema-unknown-field)", old.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await PipeAsync(Newer, "lint", "-", "--istio", "1.31")).ExitCode);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    [InlineData("info", 1)]
    public async Task TheWeightThatFailsIsAskedFor(string weight, int exitCode)
    {
        const string Warned = """
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: web, namespace: shop}
            spec: {selector: {matchLabels: {}}, mtls: {mode: STRICT}}
            """;
        var result = await PipeAsync(Warned, "lint", "-", "--fail-on", weight);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains("(selector-empty)", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARuleIsLeftOutByName()
    {
        var result = await Meshstack.RunAsync(
            "lint",
            Shop,
            "--ignore",
            "schema-unknown-field",
            "--ignore",
            "schema-value",
            "--ignore",
            "gateway-tls-required"
        );
        Assert.Equal((0, "nothing wrong in 3 objects of 1 file, by Istio 1.32\n"), (result.ExitCode, result.Output));
        var unknown = await Meshstack.RunAsync("lint", Shop, "--ignore", "schema-valu");
        Assert.Equal(
            (2, "--ignore: there is no rule 'schema-valu'; did you mean schema-value?\n1 error.\n"),
            (unknown.ExitCode, unknown.Error)
        );
    }

    [Fact]
    public async Task OtherFilesOfAFolderAreNamedAndLeftOut()
    {
        var folder = _folder.Cluster("one").Write("values.yaml", "replicas: 3\n").Write(".github/ci.yaml", "on: push\n").Root;
        var result = await Meshstack.RunAsync("lint", folder);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("values.yaml:1: info The document has no apiVersion", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(".github", result.Output, StringComparison.Ordinal);
        var asked = await Meshstack.RunAsync("lint", Path.Combine(folder, "values.yaml"));
        Assert.Equal(1, asked.ExitCode);
    }

    [Fact]
    public async Task WhatIsNoYamlHidesNoOtherFile()
    {
        var folder = _folder
            .Write("a.yaml", "a: [b\n---\n" + await File.ReadAllTextAsync(Path.Combine(Meshstack.Root, Shop)))
            .Write("b.yaml", "\0")
            .Root;
        var result = await Meshstack.RunAsync("lint", folder);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            ["(yaml)", "(schema-unknown-field)", "(schema-value)", "(gateway-tls-required)", "(yaml)"],
            result.Output.Split('\n').TakeWhile(line => line.Length > 0).Select(line => line.Split(' ')[^1])
        );
    }

    [Fact]
    public async Task RulesWithoutUseAreLookedForWhereThatIsAsked()
    {
        var folder = _folder
            .Cluster(
                "one",
                ManifestFolder.Pods("web"),
                """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: web, namespace: shop}
                spec: {selector: {matchLabels: {app: wbe}}, rules: [{to: [{operation: {ports: ["80"]}}]}]}
                """
            )
            .Root;
        Assert.Equal(0, (await Meshstack.RunAsync("lint", folder, "--fail-on", "info")).ExitCode);
        var result = await Meshstack.RunAsync("lint", folder, "--access", "--fail-on", "warning");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("(selector-selects-nothing)", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASarifLogNamesRuleAndLine()
    {
        var result = await Meshstack.RunAsync("lint", Shop, "-o", "sarif");
        using var log = JsonDocument.Parse(result.Output);
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var found in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(
                found.GetProperty("ruleId").GetString(),
                rules[found.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()
            );
        }

        var first = run.GetProperty("results")[0];
        var place = first.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(
            ("error", Shop, 8),
            (
                first.GetProperty("level").GetString(),
                place.GetProperty("artifactLocation").GetProperty("uri").GetString(),
                place.GetProperty("region").GetProperty("startLine").GetInt32()
            )
        );
    }

    [Fact]
    public async Task ATerminalIsNotSteeredByANameOrAValue()
    {
        const string Evil =
            "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: \"a\\e[2J\\u202Eb\", namespace: shop}\nspec: {}\n";
        var result = await PipeAsync(Evil, "lint", "-");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Gateway shop/a\\u001b[2J\\u202eb", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Output, letter => char.IsControl(letter) && letter != '\n');
        var forged = await PipeAsync(Evil.Replace("\\e[2J", "\\n::error::x\\n", StringComparison.Ordinal), "lint", "-");
        Assert.DoesNotContain(forged.Output.Split('\n'), line => line.StartsWith("::", StringComparison.Ordinal));
        using var json = JsonDocument.Parse((await PipeAsync(Evil, "lint", "-", "-o", "json")).Output);
        Assert.Equal("Gateway shop/a\u001b[2J\u202Eb", json.RootElement.GetProperty("findings")[0].GetProperty("object").GetString());
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<Meshstack.Result> PipeAsync(string input, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        using MemoryStream piped = new(Encoding.UTF8.GetBytes(input));
        var streams = new Streams
        {
            Output = output,
            Error = error,
            IsOutputPiped = true,
            IsErrorPiped = true,
            Input = () => piped,
        };
        return new(await CommandLine.RunAsync(arguments, streams), output.ToString(), error.ToString());
    }
}
