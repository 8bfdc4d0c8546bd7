using System.Text.RegularExpressions;

namespace MeshStack.Cli.Tests;

/// <summary>The preview as people and pipes get it, whole.</summary>
public sealed partial class PreviewTextTests
{
    /// <summary>What one comes for is first, in every width; hosts, callers and paths are in one piece, and a pipe gets a line for
    /// each.</summary>
    [Theory]
    [InlineData(0, "preview-dev.txt")]
    [InlineData(40, "preview-dev-40.txt")]
    [InlineData(80, "preview-dev-80.txt")]
    [InlineData(140, "preview-dev-140.txt")]
    public async Task ItIsLaidOutForItsWidth(int columns, string expected)
    {
        var result = await Meshstack.RunAsync(columns, "preview", "dev");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        await SaysAsync(expected, result.Output);
    }

    [Fact]
    public async Task QuietIsWhatIsUndecidedAndTheSummary()
    {
        var result = await Meshstack.RunAsync(0, "preview", "prod", "--quiet");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        await SaysAsync("preview-prod-quiet.txt", result.Output);
    }

    [Theory]
    [InlineData(1, "fra1 cannot be reached: the whole update fails; with skipUpdateUnreachable: true it would go on without it", "-q")]
    [InlineData(0, "3 clusters, 48 components, 97 objects in 0.0 s")]
    public async Task WhatIsWrongIsSaidBeforeAllElse(int verdict, string first, params string[] options)
    {
        var result = await Meshstack.RunAsync(0, ["preview", "prod", "--unreachable", "fra1", .. options]);

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        var lines = Seconds().Replace(result.Output, "0.0 s").Split('\n');
        Assert.Equal(first, lines[0]);
        Assert.StartsWith(
            "1 unreachable cluster, 1 undecided service, 12 values to set, 8 invariants hold",
            lines[1 + verdict],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task FiltersNarrowItAndTheSummarySaysSo()
    {
        var result = await Meshstack.RunAsync(0, "preview", "prod", "--service", "catalog", "--caller", "iad1/*/*");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        await SaysAsync("preview-prod-catalog.txt", result.Output);
    }

    /// <summary>No host, caller or path is cut or broken, whatever room there is.</summary>
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task EveryHostAndCallerIsOneWordInEveryWidth(string stack)
    {
        var rows = (await Meshstack.RunAsync(0, "preview", stack)).Output.Split('\n').SkipWhile(line => !IsHeader(line)).Skip(1);
        var words = rows.TakeWhile(line => Blanks().IsMatch(line))
            .Select(row => Blanks().Split(row))
            .SelectMany(row => new[] { row[1], row[4] }.Concat(row[2].Split(' ').Where(word => word.StartsWith('/'))))
            .Distinct()
            .ToArray();
        Assert.Contains(words, word => word.EndsWith(":80", StringComparison.Ordinal) || word.EndsWith(":443", StringComparison.Ordinal));

        for (var columns = 40; columns <= 180; columns += 7)
        {
            var shown = (await Meshstack.RunAsync(columns, "preview", stack)).Output;
            Assert.All(words, word => Assert.Contains(word.TrimEnd(',', ';'), shown, StringComparison.Ordinal));
            Assert.DoesNotContain(shown.Split('\n'), line => line.EndsWith(' '));
        }

        static bool IsHeader(string line) => line.StartsWith("Service ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsWiderThanTheTerminalIsOneWordAllTheSame()
    {
        var folder = Directory.CreateTempSubdirectory("meshstack-").FullName;
        var intents = Directory.CreateDirectory(Path.Combine(folder, "infra", "mesh", "t")).FullName;
        var (ns, path) = ("team-of-the-longest-name", "/" + string.Join('/', Enumerable.Repeat("segment", 12)) + "*");
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), "name: meshstack\nruntime: dotnet\n");
        File.WriteAllText(
            Path.Combine(folder, "Pulumi.t.yaml"),
            $$"""
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:namespaces: { {{ns}}: {} }
              meshstack:clusters: {one: {context: kind-one} }
            """
        );
        File.WriteAllText(
            Path.Combine(intents, "s.yaml"),
            $$"""
            kind: InboundService
            name: web
            cluster: one
            namespace: {{ns}}
            port: 80
            targetPort: 8080
            ---
            kind: ClientAccess
            name: cli-to-web
            service: web
            cluster: one
            namespace: {{ns}}
            serviceAccount: account-of-the-longest-name
            access: [{methods: [GET], paths: ["{{path}}"]}]
            """
        );

        foreach (var columns in new[] { 0, 40, 80, 120, 200 })
        {
            var shown = (await Meshstack.RunAsync(columns, "preview", "t", "--project", folder)).Output;
            Assert.Contains($" {ns}/account-of-the-longest-name", shown, StringComparison.Ordinal);
            Assert.Contains($" web.{ns}.svc.cluster.local:80", shown, StringComparison.Ordinal);
            Assert.Contains(path, shown, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task SaysAsync(string file, string output) =>
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Meshstack.Root, "tests", "MeshStack.Cli.Tests", "Outputs", file)),
            Seconds().Replace(output, "0.0 s")
        );

    [GeneratedRegex(@"\d+\.\d s$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
