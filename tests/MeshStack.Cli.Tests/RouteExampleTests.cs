using System.Text;

namespace MeshStack.Cli.Tests;

/// <summary>Routes as people write them by hand, said as intents: what is made of them, and what becomes of requests. The folders of Routes
/// have them; README.md there tells how they are read.</summary>
public sealed class RouteExampleTests
{
    private static readonly string Folder = Path.Combine(Meshstack.Root, "tests", "MeshStack.Cli.Tests", "Routes");

    public static TheoryData<string> Examples =>
        [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task TheObjectsAre(string name)
    {
        using var project = Project(name);
        var objects = await project.ObjectsAsync(file => file.Contains("/03-objects/", StringComparison.Ordinal));
        await ExampleProject.Compare(Path.Combine(Folder, name, "objects.yaml"), objects);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task RequestsGo(string name)
    {
        using var project = Project(name);
        var preview = await Meshstack.RunAsync("preview", "t", "--project", project.Root);
        Assert.Equal(0, preview.ExitCode);
        Assert.Equal("no errors", preview.Output.Split('\n')[1]);
        var answers = new StringBuilder();
        foreach (var request in await File.ReadAllLinesAsync(Path.Combine(Folder, name, "requests.txt")))
        {
            var result = await Meshstack.RunAsync(["explain", "t", "--project", project.Root, .. request.Split(' ')]);
            Assert.Equal("", result.Error);
            answers.Append("# ").Append(request).Append('\n').Append(result.Output).Append('\n');
        }

        await ExampleProject.Compare(Path.Combine(Folder, name, "answers.txt"), answers.ToString());
    }

    [Fact]
    public async Task APromotionSaysWhichShareGoesWhere()
    {
        using var project = Project("canary-by-weight");
        var before = await project.RenderAsync("before");
        var text = await File.ReadAllTextAsync(project.Intents);
        await File.WriteAllTextAsync(project.Intents, text.Replace("step: 1", "step: 2", StringComparison.Ordinal));
        var after = await project.RenderAsync("after");
        var result = await Meshstack.RunAsync("access", "diff", before, after, "--fail-on", "diverted");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            [
                "shifted two web/frontend → api-service.production.one:80: "
                    + "v2 of api-service.production.one:80 10 % → 50 %, v1 of api-service.production.one:80 90 % → 50 %: "
                    + "everything, for example GET / (VirtualService web/api-service.production.one)",
                "shifted one every workload → api-service.production.svc.cluster.local:80: "
                    + "v2 of production/api-service:80 10 % → 50 %, v1 of production/api-service:80 90 % → 50 %: "
                    + "everything, for example GET / (VirtualService production/api-service-routes)",
                "0 gained, 0 lost, 2 shifted",
            ],
            result.Output.TrimEnd('\n').Split('\n')
        );
    }

    [Fact]
    public async Task VersionsThatChangeTheirLabelsAreOtherOnes()
    {
        using var project = Project("canary-by-weight");
        var before = await project.RenderAsync("before");
        var text = await File.ReadAllTextAsync(project.Intents);
        await File.WriteAllTextAsync(
            project.Intents,
            text.Replace("{name: v1, labels: {version: v1}}", "{name: v1, labels: {version: v2}}", StringComparison.Ordinal)
                .Replace("{name: v2, labels: {version: v2}}", "{name: v2, labels: {version: v1}}", StringComparison.Ordinal)
        );
        var result = await Meshstack.RunAsync("access", "diff", before, await project.RenderAsync("after"));
        Assert.Contains(
            "v1 (before: v2) of production/api-service:80 10 % → 90 %, v2 (before: v1) of production/api-service:80 90 % → 10 %",
            result.Output,
            StringComparison.Ordinal
        );
    }

    private static ExampleProject Project(string name) =>
        new(Path.Combine(Folder, "Pulumi.t.yaml"), Path.Combine(Folder, name, "intents.yaml"));
}
