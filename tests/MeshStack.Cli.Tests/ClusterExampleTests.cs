using System.Text;

namespace MeshStack.Cli.Tests;

/// <summary>A service in several clusters, in every topology: what is made of it, and who answers whom. The folders of Clusters have them;
/// README.md there tells how they are read.</summary>
public sealed class ClusterExampleTests
{
    private static readonly string Folder = Path.Combine(Meshstack.Root, "tests", "MeshStack.Cli.Tests", "Clusters");

    public static TheoryData<string> Examples =>
        [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task TheObjectsAre(string name)
    {
        using var project = Project(name);
        var objects = await project.ObjectsAsync(file => file.Split('/') is [_, _, "shop" or "front" or "legacy" or "other", _]);
        await ExampleProject.Compare(Path.Combine(Folder, name, "objects.yaml"), objects);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task QuestionsAreAnswered(string name)
    {
        using var project = Project(name);
        var preview = await Meshstack.RunAsync("preview", "t", "--project", project.Root);
        Assert.Equal(0, preview.ExitCode);
        var answers = new StringBuilder();
        foreach (var question in await File.ReadAllLinesAsync(Path.Combine(Folder, name, "questions.txt")))
        {
            var result = await Meshstack.RunAsync([.. question.Split(' '), "--project", project.Root]);
            Assert.Equal("", result.Error);
            answers.Append("# ").Append(question).Append('\n').Append(result.Output).Append('\n');
        }

        await ExampleProject.Compare(Path.Combine(Folder, name, "answers.txt"), answers.ToString());
    }

    [Theory]
    [InlineData("federated-canary")]
    [InlineData("multi-primary-canary")]
    public async Task APromotionFromClusterToClusterSaysWhichShareGoesWhere(string name)
    {
        using var project = Project(name);
        var before = await project.RenderAsync("before");
        var text = await File.ReadAllTextAsync(project.Intents);
        await File.WriteAllTextAsync(project.Intents, text.Replace("step: 1", "step: 2", StringComparison.Ordinal));
        var result = await Meshstack.RunAsync("access", "diff", before, await project.RenderAsync("after"));
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("10 % → 50 %", result.Output, StringComparison.Ordinal);
        Assert.Contains("0 gained, 0 lost", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("federated", "two")]
    [InlineData("multi-primary", "two")]
    [InlineData("primary-remote", "two")]
    public async Task WhatTakesOverLetsTheSameCallersIn(string name, string without)
    {
        using var project = Project(name);
        var result = await Meshstack.RunAsync("access", "t", "--without", without, "--project", project.Root);
        Assert.Contains("takes over", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lost ", result.Output, StringComparison.Ordinal);
    }

    private static ExampleProject Project(string name) =>
        new(Path.Combine(Folder, name, "Pulumi.t.yaml"), Path.Combine(Folder, name, "intents.yaml"));
}
