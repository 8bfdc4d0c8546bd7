using System.Text.Json;

namespace MeshStack.Cli.Tests;

/// <summary>Accesses that expire, on the day that a command is told; and what intents say of themselves.</summary>
public sealed class TodayTests : IDisposable
{
    private const string Until = "infra/mesh/t/s.yaml:14";

    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    public TodayTests()
    {
        var intents = Directory.CreateDirectory(Path.Combine(_folder, "infra", "mesh", "t")).FullName;
        File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), "name: meshstack\nruntime: dotnet\n");
        File.WriteAllText(
            Path.Combine(_folder, "Pulumi.t.yaml"),
            """
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: t
              meshstack:namespaces: {a: {}, b: {}}
              meshstack:clusters: {one: {context: kind-one}}

            """
        );
        File.WriteAllText(
            Path.Combine(intents, "s.yaml"),
            """
            kind: InboundService
            name: web
            description: What is sold.
            cluster: one
            namespace: a
            port: 80
            targetPort: 8080
            ---
            kind: ClientAccess
            name: report-to-web
            owner: '@example/report'
            description: The report of every night.
            service: web
            until: 2027-01-31
            cluster: one
            namespace: b
            serviceAccount: report
            access: [{methods: [GET]}]

            """
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("2026-12-31", 0, "")]
    [InlineData("2027-01-01", 0, "the access expires in 30 days, at the end of 2027-01-31")]
    [InlineData("2027-01-30", 0, "the access expires in 1 day, at the end of 2027-01-31")]
    [InlineData("2027-01-31", 0, "the access expires today, at the end of 2027-01-31")]
    [InlineData("2027-02-01", 1, "the access was until 2027-01-31, and has expired 1 day ago")]
    [InlineData("2027-03-02", 1, "the access was until 2027-01-31, and has expired 30 days ago")]
    public async Task PreviewAndAccessSayWhatExpires(string today, int exitCode, string said)
    {
        foreach (var command in new[] { "preview", "access" })
        {
            var result = await RunAsync(command, "--today", today);
            Assert.Equal(exitCode, result.ExitCode);
            if (said.Length == 0)
            {
                Assert.DoesNotContain("expire", result.Output, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(
                    $"{(exitCode == 0 ? "warning" : "error")} {Until}: one AuthorizationPolicy a/report-to-web: until: {said}",
                    result.Output,
                    StringComparison.Ordinal
                );
            }
        }
    }

    [Theory]
    [InlineData("preview", "json")]
    [InlineData("preview", "markdown")]
    [InlineData("preview", "sarif")]
    [InlineData("access", "json")]
    [InlineData("access", "markdown")]
    [InlineData("access", "html")]
    public async Task EveryFormHasIt(string command, string form)
    {
        var result = await RunAsync(command, "--today", "2027-02-01", "-o", form);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("access-expired", result.Output, StringComparison.Ordinal);
        Assert.Contains("expired 1 day ago", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SarifHasItsLineAndItsRule()
    {
        var result = await RunAsync("preview", "--today", "2027-02-01", "-o", "sarif");
        using var sarif = JsonDocument.Parse(result.Output);
        var found = sarif
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .Single(one => one.GetProperty("ruleId").GetString() == "access-expired");
        Assert.Equal("error", found.GetProperty("level").GetString());
        Assert.Equal(
            14,
            found.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32()
        );
    }

    [Fact]
    public async Task WithoutADayNothingIsSaid()
    {
        foreach (var command in new[] { "preview", "access" })
        {
            var result = await RunAsync(command);
            Assert.Equal(0, result.ExitCode);
            Assert.DoesNotContain("expire", result.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("1.2.2027", "--today: '1.2.2027' is not a date: write YYYY-MM-DD, such as 2027-02-01")]
    [InlineData("today", "--today: 'today' is not a date: write YYYY-MM-DD, such as 2027-01-31")]
    public async Task WhatIsNoDayIsRefused(string today, string said)
    {
        foreach (var command in new[] { "preview", "access" })
        {
            var result = await RunAsync(command, "--today", today);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains(said, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ADifferenceSaysWhatHasExpiredAfterwards()
    {
        var result = await Meshstack.RunAsync("access", "diff", _folder, _folder, "--stack", "t", "--today", "2027-02-01");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"error {Until}: one AuthorizationPolicy a/report-to-web: until: ", result.Output, StringComparison.Ordinal);
        var json = await Meshstack.RunAsync("access", "diff", _folder, _folder, "--stack", "t", "--today", "2027-02-01", "-o", "json");
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal("access-expired", document.RootElement.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task ReportsSayWhoAnswersForAnIntentAndWhatItIsFor()
    {
        var text = (await RunAsync("preview")).Output;
        Assert.Contains("InboundService web  infra/mesh/t/s.yaml:1  What is sold.\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "ClientAccess report-to-web  infra/mesh/t/s.yaml:9  owner @example/report: The report of every night.\n",
            text,
            StringComparison.Ordinal
        );
        var markdown = (await RunAsync("preview", "-o", "markdown")).Output;
        Assert.Contains("| Intent | Owner | What it is for |", markdown, StringComparison.Ordinal);
        Assert.Contains("The report of every night.", markdown, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await RunAsync("preview", "-o", "json")).Output);
        var component = json
            .RootElement.GetProperty("clusters")[0]
            .GetProperty("components")
            .EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == "report-to-web");
        Assert.Equal("@example/report", component.GetProperty("owner").GetString());
        Assert.Equal("The report of every night.", component.GetProperty("description").GetString());
    }

    private Task<Meshstack.Result> RunAsync(string command, params string[] options) =>
        Meshstack.RunAsync(0, [command, "t", "--project", _folder, .. options]);
}
