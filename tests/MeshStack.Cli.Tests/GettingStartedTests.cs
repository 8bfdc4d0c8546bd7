using System.Text.RegularExpressions;

namespace MeshStack.Cli.Tests;

/// <summary>The stack of the first hour is one that works as it is written there.</summary>
public sealed partial class GettingStartedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;
    private readonly string _guide = File.ReadAllText(Path.Combine(Meshstack.Root, "docs", "getting-started.md"));

    public GettingStartedTests()
    {
        var files = Yaml().Matches(_guide).Select(m => m.Groups["text"].Value).ToList();
        File.Copy(Path.Combine(Meshstack.Root, "Pulumi.yaml"), Path.Combine(_folder, "Pulumi.yaml"));
        File.WriteAllText(Path.Combine(_folder, "Pulumi.shop.yaml"), files[0]);
        Directory.CreateDirectory(Path.Combine(_folder, "infra", "mesh", "shop"));
        File.WriteAllText(Path.Combine(_folder, "infra", "mesh", "shop", "web.yaml"), files[1]);
    }

    [Fact]
    public async Task ItsPreviewShowsWhatTheGuideShows()
    {
        var result = await Meshstack.RunAsync(110, "preview", "shop", "--project", _folder);
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("warning", result.Output, StringComparison.Ordinal);
        var printed = result.Output.Split('\n').Select(l => l.TrimEnd()).ToList();
        var shown = Table().Match(_guide).Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, shown.Length);
        Assert.All(shown, line => Assert.Contains(line, printed));
    }

    /// <summary>The example of the checkout does not take the place of a stack that is there.</summary>
    [Fact]
    public async Task AFolderThatLacksTheProjectsFileIsNotPassedOver()
    {
        File.Delete(Path.Combine(_folder, "Pulumi.yaml"));
        var result = await Meshstack.StartAsync(_folder, 110, temporary: null, "preview", "shop");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            "or above it, which a project has beside Pulumi.shop.yaml: name: NAME, runtime: dotnet",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ItsQuestionHasTheAnswerYes()
    {
        var line = _guide.Split('\n').Single(l => l.Trim().StartsWith("./meshstack explain shop", StringComparison.Ordinal)).Trim();
        var result = await Meshstack.RunAsync([.. line.Split(' ').Skip(1), "--project", _folder]);
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("allowed: east shop/cart", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatItSaysOfAnotherPathHolds() =>
        Assert.Equal(
            3,
            (
                await Meshstack.RunAsync(
                    "explain",
                    "shop",
                    "--project",
                    _folder,
                    "--from",
                    "east/shop/cart",
                    "--to",
                    "web.shop.west:80",
                    "--path",
                    "/admin"
                )
            ).ExitCode
        );

    [Theory]
    [InlineData("docs/getting-started.md")]
    [InlineData("docs/definition.md")]
    [InlineData("docs/topologies.md")]
    [InlineData("docs/proof.md")]
    [InlineData("README.md")]
    public void WhatADocumentLinksToIsThere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Meshstack.Root, document))!;
        foreach (
            var link in Link()
                .Matches(File.ReadAllText(Path.Combine(Meshstack.Root, document)))
                .Select(m => m.Groups["target"].Value)
                .Where(t => !t.StartsWith("http", StringComparison.Ordinal))
        )
        {
            var (file, anchor) = link.Split('#') is [var path, var part] ? (path, part) : (link, null);
            var target = file.Length == 0 ? Path.Combine(Meshstack.Root, document) : Path.Combine(folder, file);
            Assert.True(Path.Exists(target), $"{document} links to {link}");
            if (anchor is not null)
            {
                Assert.Contains(anchor, File.ReadLines(target).Where(l => l.StartsWith('#')).Select(Anchor));
            }
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The anchor that GitHub gives a heading.</summary>
    private static string Anchor(string heading) =>
        NoAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Yaml();

    [GeneratedRegex("```\n(?<text>  Service .*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Table();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("[^a-z0-9 -]", RegexOptions.CultureInvariant)]
    private static partial Regex NoAnchor();
}
