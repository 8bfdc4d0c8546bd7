using System.Text.Json;

namespace MeshStack.Cli.Tests;

/// <summary>What becomes of each invariant is in every form of report.</summary>
public sealed class InvariantReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    public InvariantReportTests()
    {
        var intents = Directory.CreateDirectory(Path.Combine(_folder, "infra", "mesh", "t")).FullName;
        File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), "name: meshstack\nruntime: dotnet\n");
        File.WriteAllText(
            Path.Combine(_folder, "Pulumi.t.yaml"),
            """
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: t
              meshstack:gateways: {eastWest: {}}
              meshstack:namespaces: {a: {}, b: {}, c: {injection: disabled}}
              meshstack:trust: {generated: {}}
              meshstack:clusters: {one: {context: kind-one}, two: {context: kind-two}}
            """
        );
        File.WriteAllText(
            Path.Combine(intents, "s.yaml"),
            """
            kind: InboundService
            name: web
            cluster: one
            namespace: a
            port: 80
            targetPort: 8080
            serviceAccount: web
            mutualTls: PERMISSIVE
            ---
            kind: ClientAccess
            name: cli-to-web
            service: web
            cluster: two
            namespace: b
            serviceAccount: cli
            access: [{methods: [GET], paths: [/x*]}]
            ---
            kind: ClientAccess
            name: cron-to-web
            service: web
            type: k8s
            cluster: one
            namespace: c
            cidrs: [10.1.2.0/24]
            access: [{methods: [PUT], paths: [/run]}]
            ---
            kind: Invariants
            never:
              - {from: two/b/cli, to: web, method: GET}
              - {from: two/b/cli, to: web, method: DELETE}
              - {from: one/c/*, to: web, method: PUT}
            """
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("preview")]
    [InlineData("access")]
    public async Task JsonHasEachWithWhatShowsIt(string command)
    {
        var result = await Meshstack.RunAsync(command, "t", "--project", _folder, "-o", "json");

        using var json = JsonDocument.Parse(result.Output);
        var states = json.RootElement.GetProperty("invariants").EnumerateArray().ToList();
        Assert.Equal(["fails", "holds", "undecided"], states.Select(state => state.GetProperty("state").GetString()));
        Assert.Equal("never two/b/cli to one/a/web: GET", states[0].GetProperty("invariant").GetString());
        Assert.Equal("GET /x from two b/cli gets through", states[0].GetProperty("shown").GetString());
        Assert.Equal("cli-to-web", states[0].GetProperty("because")[0].GetProperty("name").GetString());
        Assert.False(states[1].TryGetProperty("shown", out _));
        Assert.Contains(
            "the source address of the request is not known",
            states[2].GetProperty("shown").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(29, states[0].GetProperty("source").GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("preview", "text", "1 of 3 invariants holds, 1 undecided\n")]
    [InlineData("access", "text", "1 of 3 invariants holds, 1 undecided\n")]
    [InlineData("preview", "markdown", "| `never two/b/cli to one/a/web: DELETE` | holds |  | infra/mesh/t/s.yaml:30 |\n")]
    [InlineData("access", "markdown", "| `never two/b/cli to one/a/web: DELETE` | holds |  | infra/mesh/t/s.yaml:30 |\n")]
    [InlineData("access", "html", "<td><code>never two/b/cli to one/a/web: DELETE</code></td><td>holds</td>")]
    public async Task TheOtherFormsHaveThemToo(string command, string form, string part)
    {
        var result = await Meshstack.RunAsync(command, "t", "--project", _folder, "-o", form);

        Assert.Contains(part, result.Output, StringComparison.Ordinal);
        Assert.Equal(command == "preview" ? 1 : 0, result.ExitCode);
    }

    [Fact]
    public async Task SarifHasThoseThatHoldAsPassed()
    {
        var result = await Meshstack.RunAsync("preview", "t", "--project", _folder, "-o", "sarif");

        using var json = JsonDocument.Parse(result.Output);
        var run = json.RootElement.GetProperty("runs")[0];
        Assert.Equal(
            ["none pass 30", "error  29", "warning  31"],
            run.GetProperty("results")
                .EnumerateArray()
                .Where(one => one.GetProperty("ruleId").GetString() == "invariant-never")
                .Select(one =>
                    $"{one.GetProperty("level").GetString()} {(one.TryGetProperty("kind", out var kind) ? kind.GetString() : "")} "
                    + one.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine")
                )
        );
        Assert.Contains(
            "docs/proof.md#invariants",
            run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("helpUri").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task EachKindIsARuleOfItsOwn()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "infra", "mesh", "t", "more.yaml"),
            """
            kind: Invariants
            always: [{from: two/b/cli, to: web, method: POST, path: /x}]
            only: [{to: web, from: []}]
            routedBy: [{to: web, namespaces: []}]
            neverReaches: [{from: two/b/*, to: web, within: 2}]
            """
        );
        var result = await Meshstack.RunAsync("preview", "t", "--project", _folder, "-o", "sarif");
        using var json = JsonDocument.Parse(result.Output);
        var rules = json
            .RootElement.GetProperty("runs")[0]
            .GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")
            .EnumerateArray()
            .Select(rule =>
                (Id: rule.GetProperty("id").GetString()!, Text: rule.GetProperty("shortDescription").GetProperty("text").GetString()!)
            )
            .Where(rule => rule.Id.StartsWith("invariant-", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(
            ["invariant-always", "invariant-never", "invariant-never-reaches", "invariant-only", "invariant-routed-by"],
            rules.Select(rule => rule.Id).Order(StringComparer.Ordinal)
        );
        Assert.Equal(5, rules.Select(rule => rule.Text).Distinct(StringComparer.Ordinal).Count());
    }
}
