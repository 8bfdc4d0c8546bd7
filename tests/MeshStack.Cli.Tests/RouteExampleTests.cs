using System.Text;

namespace MeshStack.Cli.Tests;

/// <summary>Routes as people write them by hand, said as intents: what is made of them, and what becomes of requests. The folders of Routes
/// have them; README.md there tells how they are read.</summary>
public sealed class RouteExampleTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Meshstack.Root, "tests", "MeshStack.Cli.Tests", "Routes");

    private readonly string _project = Directory.CreateTempSubdirectory("meshstack-").FullName;

    public static TheoryData<string> Examples =>
        [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_project, recursive: true);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task TheObjectsAre(string name)
    {
        Write(name);
        var output = Path.Combine(_project, "out");
        var result = await Meshstack.RunAsync("render", "t", "--project", _project, "--out", output);
        Assert.Equal(0, result.ExitCode);
        var objects = new StringBuilder();
        foreach (
            var file in Directory
                .EnumerateFiles(output, "*.yaml", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(output, file).Replace('\\', '/'))
                .Where(file =>
                    file.Contains("/03-objects/", StringComparison.Ordinal)
                    && !file.EndsWith("kustomization.yaml", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
        )
        {
            objects.Append("# ").Append(file).Append('\n').Append(await File.ReadAllTextAsync(Path.Combine(output, file)));
            objects.Append("---\n");
        }

        await Compare(Path.Combine(Folder, name, "objects.yaml"), objects.ToString());
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task RequestsGo(string name)
    {
        Write(name);
        var preview = await Meshstack.RunAsync("preview", "t", "--project", _project);
        Assert.Equal(0, preview.ExitCode);
        Assert.Equal("no errors", preview.Output.Split('\n')[1]);
        var answers = new StringBuilder();
        foreach (var request in await File.ReadAllLinesAsync(Path.Combine(Folder, name, "requests.txt")))
        {
            var result = await Meshstack.RunAsync(["explain", "t", "--project", _project, .. request.Split(' ')]);
            Assert.Equal("", result.Error);
            answers.Append("# ").Append(request).Append('\n').Append(result.Output).Append('\n');
        }

        await Compare(Path.Combine(Folder, name, "answers.txt"), answers.ToString());
    }

    [Fact]
    public async Task APromotionSaysWhichShareGoesWhere()
    {
        Write("canary-by-weight");
        var (before, after) = (Path.Combine(_project, "before"), Path.Combine(_project, "after"));
        await Meshstack.RunAsync("render", "t", "--project", _project, "--out", before);
        var intents = Path.Combine(_project, "infra", "mesh", "t", "intents.yaml");
        var text = await File.ReadAllTextAsync(intents);
        await File.WriteAllTextAsync(intents, text.Replace("step: 1", "step: 2", StringComparison.Ordinal));
        await Meshstack.RunAsync("render", "t", "--project", _project, "--out", after);
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

    private void Write(string name)
    {
        File.WriteAllText(Path.Combine(_project, "Pulumi.yaml"), "name: meshstack\nruntime: dotnet\n");
        File.Copy(Path.Combine(Folder, "Pulumi.t.yaml"), Path.Combine(_project, "Pulumi.t.yaml"));
        var intents = Directory.CreateDirectory(Path.Combine(_project, "infra", "mesh", "t")).FullName;
        File.Copy(Path.Combine(Folder, name, "intents.yaml"), Path.Combine(intents, "intents.yaml"));
    }

    private static async Task Compare(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("MESHSTACK_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(file, text);
        }

        Assert.True(File.Exists(file), $"{file} is missing: README.md beside its folder tells how it is written");
        Assert.Equal(await File.ReadAllTextAsync(file), text);
    }
}
